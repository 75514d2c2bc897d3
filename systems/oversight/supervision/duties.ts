// Who does what in supervision: one list, since the same office plans, draws, visits and follows up.
import { words } from '../../../kernel/words.ts'

export const duties = {
  organiser: words('组织部门', 'Organising authority'),
  approver: words('批准人', 'Approver'),
  sampler: words('抽样检查人员', 'Sampler and inspector'),
  officer: words('后处理承办人', 'Follow-up officer'),
  head: words('负责人', 'Head'),
  party: words('被抽查单位', 'Body checked'),
  body: words('检验机构', 'Inspection body'),
  client: words('委托人（业主）', 'Client'),
  supervisor: words('监理单位', 'Supervising body'),
  government: words('批复机关', 'Government that approves'),
  reader: words('查阅人', 'Reader'),
} as const

type Name = keyof typeof duties

/** The duties that a procedure names, with their words. */
export const some = <const N extends Name>(...names: readonly N[]): { readonly [K in N]: (typeof duties)[K] } =>
  Object.fromEntries(names.map((name) => [name, duties[name]])) as { readonly [K in N]: (typeof duties)[K] }
