// Who is named in an act: accounts in the fields of a form are those of people whom the writer may name, or nothing is written.
import type { Field, Fields } from '../../kernel/field.ts'
import type { Person } from '../../kernel/permission.ts'
import { cite } from '../../kernel/citation.ts'
import { refusals } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import type { Engine } from '../engine.ts'
import { accountsIn, namableAmong } from './names.ts'

export const peopleRefusals = refusals('people', {
  'nobody-of-that-name': {
    status: 422,
    title: words('没有可以填写的这个人', 'Nobody of that name can be written here'),
    detail: words(
      '“{name}”不是您的同事，也不是您可以填写的账号；照此保存，这项工作会落在不存在的人名下，没有人办理，也没有人负责。',
      '“{name}” is neither a colleague of yours nor an account that you may write; kept so, the work would stand under nobody’s name, done by nobody and answered for by nobody.',
    ),
    remedy: words('请从列表中选择，或者核对姓名；两人同名的，填写账号；还没有账号的，请管理员先开立。', 'Choose from the list, or check the name; where two are called alike write the account; where there is none yet, have it opened first.'),
    basis: cite('personal-information-protection-law', '8'),
  },
})

interface Written {
  readonly account: string
  /** Field by its path, rows counted from one as people do. */
  readonly field: string
}

type Answers = Readonly<Record<string, unknown>>

function accountsOf(fields: Fields, answers: Answers, path = ''): readonly Written[] {
  const of = ([name, field]: readonly [string, Field]): readonly Written[] => {
    const value = answers[name]
    if (field.account) return accountsIn(value).map((account) => ({ account, field: `${path}${name}` }))
    if (field.kind !== 'rows' || !Array.isArray(value)) return []
    return (value as readonly Answers[]).flatMap((row, at) => accountsOf(field.columns ?? {}, row, `${path}${name}.${at + 1}.`))
  }
  return Object.entries(fields).flatMap(of)
}

export interface Naming {
  readonly person: Person
  readonly asks: Fields
  readonly answers: Answers
  /** The record as it stands: who is in it already, as one who left meanwhile, may stay. */
  readonly fields: Fields
  readonly record: Answers | null
}

/** Refuses an act that names somebody whom its writer may not name; of those there are and those there are not in the same words. */
export async function namesPeople(engine: Engine, { person, asks, answers, fields, record }: Naming): Promise<void> {
  const written = accountsOf(asks, answers)
  if (written.length === 0) return
  const standing = record ? accountsOf(fields, record).map(({ account }) => account) : []
  const known = await namableAmong(engine, person, [...new Set(written.map(({ account }) => account))])
  const nobody = written.find(({ account }) => !known.has(account) && !standing.includes(account))
  if (nobody) peopleRefusals.refuse('nobody-of-that-name', { name: nobody.account, field: nobody.field })
}
