// An accident of special equipment (特種設備事故) in the file: the quick report, people and loss, its level, what the inquiry found.
import { amount, area, choice, choices, day, files, instant, integer, link, party, quantity, rows, text, yes } from '../../../kernel/kinds.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { suspectingAccident, suspicionLine } from './accident-breaches.ts'
import { accidentLevels, levelGrounds, tiers } from './accident-level.ts'
import { equipmentKinds } from './equipment.ts'

const opt = { optional: true } as const
const inside = ['officer', 'head', 'government'] as const
const count = (zh: string, en: string) => integer(words(zh, en), { optional: true, minimum: '0' })
const hours = (zh: string, en: string) => quantity(words(zh, en), { optional: true, places: 2, minimum: '0', unit: 'h' })

/** Facts from which the level is computed. */
export const factFields = {
  dead: count('死亡人数', 'Dead'),
  seriouslyHurt: count('重伤（含急性中毒）人数', 'Seriously hurt, acute poisoning included'),
  loss: amount(words('直接经济损失', 'Direct loss'), { optional: true, minimum: '0', unit: '元' }),
  exploded: yes(words('锅炉、压力容器、压力管道爆炸', 'A boiler, vessel or pipe exploded'), opt),
  megawatts: quantity(words('锅炉容量', 'Capacity of the boiler'), { optional: true, places: 2, minimum: '0', unit: 'MW' }),
  downHours: hours('锅炉因安全故障中断运行', 'Boiler stood still for a safety fault'),
  moved: count('有毒介质泄漏转移人数', 'Moved from a toxic leak'),
  overturned: yes(words('起重机械整体倾覆', 'The crane overturned'), opt),
  broken: yes(words('主要受力结构件折断或者起升机构坠落', 'A main part broke, or the hoist fell'), opt),
  stranded: count('滞留人数', 'People stranded'),
  strandedHours: hours('滞留时间', 'Stranded for'),
} as const
export type FactName = keyof typeof factFields
export const factNames = Object.keys(factFields) as readonly FactName[]

/** How the authority came to know of it. */
export const channels = {
  unit: words('事故发生单位报告', 'Told by the unit'),
  others: words('他人报告或者机关发现', 'Told by others, or found'),
} as const

export const natures = {
  liability: words('责任事故', 'Somebody is answerable'),
  natural: words('自然灾害引发', 'Brought about by nature'),
  technical: words('技术原因', 'Technical'),
  other: words('其他', 'Other'),
} as const

const passedLine = {
  to: choice(words('上报至', 'Passed on to'), tiers),
  at: instant(words('时间', 'At')),
  receiver: text(words('接报机关', 'Received by'), { length: 120 }),
}

const toldLine = {
  at: instant(words('时间', 'At')),
  what: text(words('续报内容', 'What was added'), { length: 500 }),
  level: choice(words('当时的等级', 'Level then'), accidentLevels),
}

export const teamLine = {
  body: text(words('派出机关或者单位', 'Sent by'), { length: 120, hint: words('只写单位，不写姓名', 'The body, no name of a person') }),
  role: text(words('职责', 'Role'), { length: 60 }),
}

export const accident = register('equipment-accident', {
  title: words('特种设备事故', 'Accidents of special equipment'),
  number: 'SG{area}{year}{seq}',
  headline: 'unitName',
  placedBy: 'place',
  concerns: 'unit',
  listed: ['happenedAt', 'unitName', 'kind', 'place', 'level', 'dead', 'reached'],
  fields: {
    happenedAt: instant(words('事故发生时间', 'Happened at'), { fixed: true }),
    happenedOn: day(words('事故发生日期', 'Happened on'), opt),
    learntAt: instant(words('单位负责人接到报告时间', 'Head of the unit told at'), opt),
    channel: choice(words('报告途径', 'How it came'), channels),
    reportedLate: yes(words('单位报告超过期限', 'The unit reported late'), opt),
    unit: party(words('事故发生单位代码', 'Code of the unit'), opt),
    unitName: text(words('事故发生单位', 'Unit'), { searched: true, length: 120 }),
    place: area(words('地域', 'Place')),
    site: text(words('事故地点', 'Where'), { length: 200 }),
    kind: choice(words('设备种类', 'Kind of equipment'), equipmentKinds),
    equipment: link(words('设备', 'Equipment'), 'equipment', opt),
    equipmentCode: text(words('设备代码', 'Code of the equipment'), { optional: true, length: 20 }),
    course: text(words('简要经过和现场情况', 'What happened'), { length: 2000, shownTo: [...inside, 'party'] }),
    taken: text(words('已经采取的措施', 'What was done'), { optional: true, length: 1000 }),
    ...factFields,
    missing: count('下落不明人数', 'Missing'),
    hurt: count('轻伤人数', 'Slightly hurt'),
    level: choice(words('事故等级', 'Level'), accidentLevels, opt),
    grounds: choices(words('等级依据', 'What put it there'), levelGrounds, opt),
    told: rows(words('续报', 'Added since'), toldLine, { optional: true, most: 200 }),
    receivedAt: instant(words('本级接报时间', 'This tier was told at'), opt),
    reached: choice(words('已报至', 'It has reached'), tiers, opt),
    passed: rows(words('逐级上报', 'Passed on'), passedLine, { optional: true }),
    suspicions: rows(words('已移送的违法', 'Breaches passed on'), suspicionLine, { optional: true, shownTo: suspectingAccident }),
    verified: day(words('核实日期', 'Verified on'), opt),
    governmentTold: instant(words('报告本级人民政府时间', 'Government told at'), opt),
    counted: day(words('伤亡人数核定日期', 'Casualties settled on'), opt),
    investigator: choice(words('组织调查的级别', 'Investigated by'), tiers, opt),
    team: rows(words('事故调查组', 'Team'), teamLine, opt),
    reportNumber: text(words('调查报告编号', 'Report of the inquiry'), { optional: true, length: 60 }),
    nature: choice(words('事故性质', 'Nature'), natures, opt),
    cause: text(words('事故原因', 'Cause'), { optional: true, length: 2000, shownTo: [...inside, 'party'] }),
    responsibility: text(words('责任认定和处理建议', 'Who is answerable, and what is proposed'), { optional: true, length: 2000, shownTo: inside }),
    lessons: text(words('防范和整改措施', 'What is to be done'), { optional: true, length: 2000 }),
    papers: files(words('调查材料', 'Papers of the inquiry'), { optional: true, personal: true, shownTo: inside }),
    submitted: day(words('报告提交日期', 'Report submitted on'), opt),
    approval: text(words('批复文号', 'Number of the approval'), { optional: true, length: 80 }),
    decision: text(words('批复意见', 'Decision'), { optional: true, length: 2000, shownTo: inside }),
    approved: day(words('批复日期', 'Approved on'), opt),
    handling: text(words('事故处理情况（公开文本）', 'How it was dealt with, for the public'), { optional: true, length: 2000 }),
    published: day(words('公布日期', 'Published on'), opt),
    mended: text(words('整改落实情况', 'What was mended'), { optional: true, length: 1000 }),
    evaluation: text(words('评估意见', 'Evaluation'), { optional: true, length: 1000 }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})
