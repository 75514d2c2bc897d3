// Passwords: argon2id, and what a password must be before it is taken.
import { hash, verify } from '@node-rs/argon2'
import { cite } from '../../kernel/citation.ts'
import { refusals } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'

export const passwordRefusals = refusals('password', {
  weak: {
    status: 422,
    title: words('密码太容易猜', 'The password is too easy to guess'),
    detail: words(
      '密码至少十二位，其中至少七个不同的字符；去掉账号、常见词和连续的键之后，至少还剩六位。',
      'A password has twelve characters or more, seven of them different; without the account’s name, well-known words and runs of keys, six must be left.',
    ),
    remedy: words('请改用更长的密码，例如几个不相干的词。', 'Choose a longer one, such as several words that have nothing to do with each other.'),
    basis: cite('personal-information-protection-law', '51'),
  },
  same: {
    status: 422,
    title: words('新旧密码相同', 'The same password again'),
    detail: words('新密码与原密码相同，没有更改。', 'The new password is the old one; nothing was changed.'),
    remedy: words('请另设密码。', 'Choose another.'),
  },
  unlike: {
    status: 422,
    title: words('两次输入不一致', 'The two are not alike'),
    detail: words('两次输入的新密码不一致，没有更改。', 'The new password was typed in two ways; nothing was changed.'),
    remedy: words('请重新输入两次。', 'Type it twice again.'),
  },
})

export const fewestCharacters = 12
const [fewestDifferent, fewestLeft] = [7, 6]

/** Words that guessing begins with; what is left without them is what must be guessed. */
const wellKnown =
  /password|passw0rd|p@ssword|administrator|admin|welcome|letmein|iloveyou|zhiheng|hebei|zhongguo|woaini|qwerty|abc123/gi

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '!@#$%^&*()', '1qaz2wsx3edc4rfv5tgb6yhn7ujm']
const runs = new Set(
  rows.flatMap((row) => [row, [...row].reverse().join('')]).flatMap((row) => [...row].slice(2).map((_, at) => row.slice(at, at + 3))),
)

/** Without runs of three or more neighbouring keys, and without the same character three times. */
function withoutRuns(text: string): string {
  const lower = text.toLowerCase()
  const kept = [...text].map(() => true)
  for (let at = 0; at + 3 <= lower.length; at++) {
    const three = lower.slice(at, at + 3)
    if (runs.has(three) || (three[0] === three[1] && three[1] === three[2])) kept.fill(false, at, at + 3)
  }
  return [...text].filter((_, at) => kept[at]).join('')
}

/** Whether a password is hard enough to guess for somebody who knows the account. */
export function isStrong(password: string, account: string): boolean {
  const names = account.toLowerCase().split(/[.-]/).filter((part) => part.length >= 3)
  const bare = names.reduce((text, name) => text.replaceAll(name, ''), password.toLowerCase().replace(wellKnown, ''))
  const left = withoutRuns(bare)
  const length = [...password.normalize('NFC')].length
  return length >= fewestCharacters && new Set(password.toLowerCase()).size >= fewestDifferent && left.length >= fewestLeft
}

/** OWASP's setting for argon2id: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The same letters may be typed in two ways (é, full width): both are one password. */
const typed = (password: string): string => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(typed(password), cost)
export const isPassword = (hashed: string, password: string): Promise<boolean> => verify(hashed, typed(password))

let stranger: Promise<string> | null = null

/** Takes as long as a wrong password does, where there is no account to compare with. */
export async function likeAWrongOne(password: string): Promise<void> {
  stranger ??= hashPassword('nobody has this password')
  await isPassword(await stranger, password)
}
