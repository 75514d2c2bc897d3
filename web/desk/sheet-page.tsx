// The sampling sheet (抽樣單) on a phone: an ordinary form, and with a script one that is kept on the device without a network and sent later.
import type { Fields } from '../../kernel/field.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { FileNamed } from '../site/files-control.tsx'
import { PaperForm, type FormProblem } from '../site/form.tsx'
import { valueIn, written } from '../site/published-parts.tsx'
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx'

const groups: readonly (readonly [Words, readonly string[]])[] = [
  [words('到场', 'The visit'), ['sample', 'firstSampler', 'secondSampler']],
  [words('产品', 'The product'), ['product', 'model', 'batch', 'producerName', 'producer', 'standardNo']],
  [words('抽样', 'What was taken'), ['sampledOn', 'stage', 'spot', 'lotSize', 'quantity', 'backupQuantity', 'countedIn']],
  [words('封样', 'Seals'), ['sealNumber', 'backupSeal', 'backupPlace']],
  [words('标识上另有的', 'What else the label says'), ['brand', 'licenceNo', 'cccNo', 'certNo', 'gtin', 'price', 'declarationNo', 'hsCode']],
  [words('签字和照片', 'Signatures and photographs'), ['signedBy', 'refusalNote', 'photos', 'bodySignature', 'samplerSignatures']],
]

export interface SheetProps extends FieldFrameProps {
  readonly samples: readonly AnyRecord[]
  readonly sampleFields: Fields
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: readonly FormProblem[]
  readonly hidden: Readonly<Record<string, string>>
  readonly kept: ReadonlyMap<string, FileNamed>
}

/** What the draw and the plan say of each sample: read on the spot, where nothing can be looked up. */
function Facts({ samples, sampleFields, s }: Pick<SheetProps, 'samples' | 'sampleFields' | 's'>) {
  const names = ['productClass', 'mostQuantity', 'planNumber', 'inspectors'].filter((name) => sampleFields[name])
  return (
    <details>
      <summary>{s.say(words('各单位的抽样要求', 'What is to be taken where'))}</summary>
      {samples.map((record) => (
        <section key={record.id}>
          <h3>{written(record['unitName'], s)}</h3>
          <dl className="facts">
            {names
              .filter((name) => record[name] != null)
              .map((name) => (
                <div key={name} style={{ display: 'contents' }}>
                  <dt>{s.say(sampleFields[name]!.title)}</dt>
                  <dd>{valueIn(sampleFields[name]!, record[name], s)}</dd>
                </div>
              ))}
            <dt>{s.say(sampleFields['items']!.title)}</dt>
            <dd>{((record['items'] as readonly { parameter: string; method: string }[] | null) ?? []).map((one) => `${one.parameter}（${one.method}）`).join('；')}</dd>
          </dl>
        </section>
      ))}
    </details>
  )
}

export function SheetPage(props: SheetProps) {
  const { samples, fields, values, problems, hidden, kept, account, articles, s } = props
  const shown = groups.map(([title, names]) => ({ title, names: names.filter((name) => fields[name]) }))
  return (
    <>
      <h1>{s.say(words('抽样单', 'Sampling sheet'))}</h1>
      <p className="measure">
        {s.say(words('两人到场、出示通知书和证件后填写。封样、签字后即完成；抽样人员不得检验所抽的样品。', 'Filled in by two persons who have shown notice and certificates. Sealed and signed, it is done; who samples does not test.'))}
      </p>
      <FieldFrame fields={fields} account={account} articles={articles} s={s} />
      {samples.length === 0 ? (
        <p className="notice">{s.say(words('没有等您抽取的样品。', 'No sample waits to be taken by you.'))}</p>
      ) : (
        <>
          <Facts {...props} />
          <PaperForm
            action={s.to('/desk/inspections/sheet')}
            fields={fields}
            groups={shown}
            values={values}
            problems={problems}
            send={words('提交抽样单', 'Send the sheet')}
            hidden={hidden}
            kept={kept}
            s={s}
          />
        </>
      )}
    </>
  )
}
