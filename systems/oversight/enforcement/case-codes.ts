// Code lists of a case: where it came from, of what kind, which evidence, which penalties, how heavy.
import type { Filter } from '../../../kernel/filter.ts'
import { words } from '../../../kernel/words.ts'

export const sources = {
  check: words('监督检查', 'Inspection'),
  sample: words('监督抽查', 'Spot check'),
  complaint: words('投诉', 'Complaint'),
  report: words('举报', 'Report'),
  passedOn: words('其他机关移送', 'Passed on'),
  superior: words('上级交办', 'Assigned by a superior'),
} as const

export const kinds = {
  substandard: words('不符合标准', 'Below standard'),
  adulterated: words('掺假、以次充好', 'Adulterated'),
  obsolete: words('淘汰产品', 'Obsolete goods'),
  expired: words('失效变质', 'Expired'),
  origin: words('伪造产地、冒用厂名或者标志', 'False origin, name or mark'),
  labelling: words('标识不符', 'Labelling'),
  trademark: words('侵犯商标专用权', 'Trademark infringed'),
  geographical: words('冒用地理标志', 'Geographical indication misused'),
  licence: words('无证生产', 'Without a licence'),
  equipment: words('特种设备', 'Special equipment'),
  refusal: words('拒绝检查', 'Inspection refused'),
  other: words('其他', 'Other'),
} as const

/** The eight kinds of evidence (行政處罰法 46). */
export const evidenceKinds = {
  documents: words('书证', 'Documents'),
  objects: words('物证', 'Objects'),
  recordings: words('视听资料', 'Recordings'),
  data: words('电子数据', 'Electronic data'),
  witness: words('证人证言', 'Witness'),
  party: words('当事人陈述', 'Statement of the party'),
  opinion: words('鉴定意见', 'Expert opinion'),
  inspection: words('勘验笔录、现场笔录', 'Record of an inspection'),
} as const

export const holds = {
  register: words('先行登记保存', 'Registered and kept'),
  seal: words('查封', 'Sealed'),
  seize: words('扣押', 'Seized'),
} as const

export const penalties = {
  warning: words('警告', 'Warning'),
  criticism: words('通报批评', 'Public criticism'),
  fine: words('罚款', 'Fine'),
  gain: words('没收违法所得', 'Confiscation of gains'),
  goods: words('没收非法财物', 'Confiscation of goods'),
  stop: words('责令停产停业', 'Business stopped'),
  suspend: words('暂扣许可证件', 'Licence suspended'),
  revoke: words('吊销许可证件', 'Licence revoked'),
} as const

/** From this day on the rules on publication that are on file (公示規定) are in force. */
export const publicationRulesFrom = '2021-09-01'

/** Who was only warned is not published, since September 2021 (公示規定 2); of the rule before it no text was read. */
export const onlyWarned: Filter = { all: [{ field: 'penalties', is: '["warning"]' }, { field: 'decided', from: publicationRulesFrom }] }

/** Which decisions are made public. */
export const published: Filter = {
  all: [
    // A natural person has no credit code, and is not named (公示規定 6); neither what is decided on the spot nor a warning alone is
    // published (2).
    ...[{ not: { field: 'decided', is: null } }, { not: { field: 'party', is: null } }, { field: 'spotOn', is: null }, { not: onlyWarned }],
    // Since Order 36 a minor breach is not shown, however large its fine.
    { any: [{ not: { field: 'degree', is: 'minor' } }, { field: 'decided', to: '2026-03-31' }] },
  ],
}

/** Circumstances of discretion (行政處罰法 32–34). */
export const circumstances = {
  none: words('不予处罚', 'None'),
  mitigated: words('减轻', 'Mitigated'),
  light: words('从轻', 'Light'),
  ordinary: words('一般', 'Ordinary'),
  heavy: words('从重', 'Heavy'),
} as const

/** When no penalty is imposed although the breach is established (行政處罰法 33). */
export const leniencies = {
  slight: words('轻微并及时改正，没有造成危害后果', 'Slight, corrected in time, without harm'),
  first: words('初次违法，危害后果轻微并及时改正', 'The first one, with slight harm, corrected in time'),
  noFault: words('有证据足以证明没有主观过错', 'Shown to be without fault'),
} as const

/** Degree of the breach of trust by which the publication ends (發展改革委令第36號). */
export const degrees = {
  minor: words('轻微', 'Minor'),
  ordinary: words('一般', 'Ordinary'),
  serious: words('严重', 'Serious'),
} as const

/** Where a party takes a decision, and what becomes of it there (行政復議法、行政訴訟法). */
export const remedies = {
  reconsideration: words('行政复议', 'Reconsideration'),
  suit: words('行政诉讼', 'Suit'),
} as const

export const remedyOutcomes = {
  upheld: words('维持或者驳回', 'Upheld or dismissed'),
  changed: words('变更', 'Changed'),
  annulled: words('撤销或者确认违法', 'Annulled or found unlawful'),
  withdrawn: words('撤回', 'Withdrawn by the party'),
} as const

/** While the facts are looked into, also while a test is waited for. */
export const lookingInto = ['investigating', 'testing', 'testingHeld'] as const

/** The notice is out, on its way or received; also while it is announced, which does not count in the terms (處罰程序規定 64). */
export const toldOf = ['told', 'announcing'] as const

/** Whoever ended a case can do no more about its grounds. */
export const underWay = [
  'lead', 'verifying', 'testingLead', ...lookingInto, 'suspended', 'reviewing', 'reviewed', ...toldOf, 'hearing', 'deciding', 'decided', 'served', 'urged', 'court',
  'performed', 'waived', 'terminated', 'closed',
] as const

/** Why a decision is annulled. */
export const annulments = {
  reconsideration: words('行政复议', 'Reconsideration'),
  court: words('法院判决', 'Judgment'),
  own: words('自行纠正', 'Own correction'),
} as const

/** Who acts in a case. */
export const duties = {
  clerk: words('案源登记人', 'Clerk'),
  handler: words('承办人', 'Handler'),
  reviewer: words('审核人', 'Reviewer'),
  hearer: words('听证主持人', 'Hearing officer'),
  head: words('负责人', 'Head'),
  party: words('当事人', 'Party'),
  superior: words('上级', 'Superior'),
} as const

/** Where a case stands. */
export const states = {
  lead: words('案源', 'Lead'),
  verifying: words('核查', 'Verifying'),
  testingLead: words('核查期间检验、检测、鉴定中', 'Waiting for a test before it is filed'),
  notFiled: words('不予立案', 'Not filed'),
  passedOn: words('移送', 'Passed on'),
  investigating: words('调查中', 'Investigating'),
  testing: words('检验、检测、鉴定中', 'Waiting for a test'),
  testingHeld: words('查封、扣押的财物检验、检测、鉴定中', 'Waiting for a test of what is seized'),
  suspended: words('中止', 'Suspended'),
  reviewing: words('待审核', 'Under review'),
  reviewed: words('审核通过', 'Reviewed'),
  told: words('已告知', 'Notice given'),
  announcing: words('告知书公告送达中', 'Notice announced'),
  hearing: words('听证', 'Hearing'),
  deciding: words('待决定', 'To be decided'),
  decided: words('已决定', 'Decided'),
  served: words('已送达', 'Served'),
  urged: words('已催告', 'Urged'),
  court: words('申请法院强制执行', 'Before the court'),
  performed: words('已履行', 'Performed'),
  waived: words('不予处罚', 'No penalty'),
  terminated: words('终止调查', 'Investigation ended'),
  closed: words('已结案', 'Closed'),
  archived: words('已归档', 'Archived'),
  annulled: words('已撤销', 'Annulled'),
} as const

/** Steps of whoever investigates, up to the finding: one who took any of them neither presides nor reviews (處罰法 64, 處罰程序規定 50). */
export const investigated = [
  ...['verify', 'name-party', 'gather', 'hold', 'release', 'summon', 'assist', 'assisted', 'send-to-test', 'tested'],
  ...['suspect-crime', 'weigh-ground', 'report'],
] as const

/** What only adds to the file leaves the case where it stands. */
export const stays = {
  to: (c: { readonly record: { readonly state: string } }) => c.record.state as keyof typeof states,
  returning: true,
} as const
