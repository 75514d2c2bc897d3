// The catalogue of acts: what there is, which version held on which day, and what is known of texts that are not loaded.
import type { Day } from '../../../kernel/day.ts'
import type { Mark } from '../../../kernel/parameter.ts'
import { words, type Words } from '../../../kernel/words.ts'

export const actKinds = {
  law: words('法律', 'Law'),
  'administrative-regulation': words('行政法规', 'Administrative regulation'),
  'party-regulation': words('党内法规', 'Party regulation'),
  'department-rule': words('部门规章', 'Department rule'),
  'local-regulation': words('地方性法规', 'Local regulation'),
  'local-rule': words('地方政府规章', 'Rule of a local government'),
  policy: words('政策文件', 'Policy document'),
  'normative-document': words('规范性文件', 'Normative document'),
  standard: words('标准', 'Standard'),
  'technical-specification': words('技术规范', 'Technical specification'),
  foreign: words('境外与国际文件', 'Foreign or international instrument'),
} as const satisfies Record<string, Words>

export type ActKind = keyof typeof actKinds

/** One wording of an act. Its text is a file, or null: *text not loaded*. */
export interface ActVersion {
  /** The day or year by which the wording is known: `2013-10-25`, `2012`. */
  readonly id: string
  readonly number?: string
  readonly adopted?: Day
  /** Day of entry into force; absent where it is not known. */
  readonly from?: Day
  /** Where the day comes from; the version's own mark unless told. V: the text itself says it. */
  readonly fromMark?: Mark
  /** Last day in force. */
  readonly to?: Day
  /** Path of the text below `jurisdictions/`. */
  readonly text: string | null
  /** V: the text was read; W: an excerpt; U: from memory, unverified. */
  readonly mark: Mark
  readonly note?: Words
}

/** What an article says, in one sentence of our own. */
export interface Paraphrase {
  readonly article: string
  readonly says: Words
  readonly mark: Mark
  /** The versions that it describes, by id; absent: all that are not loaded. */
  readonly versions?: readonly string[]
}

export interface Act {
  readonly id: string
  readonly kind: ActKind
  readonly title: Words
  /** 简称 */
  readonly short?: string
  readonly number?: string
  /** What the act does, in one sentence of our own. */
  readonly says?: Words
  readonly saysMark?: Mark
  readonly versions: readonly ActVersion[]
  readonly articles?: readonly Paraphrase[]
  /** Acts that it took the place of. */
  readonly replaces?: readonly string[]
}
