// The supervision of major equipment (重大設備監理) as a register, not a permit: outline, witness points, log, faults, notices.
import { area, choice, day, party, rows, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { some } from './duties.ts'
import { supervisionRefusals } from './refusals.ts'
import { majorWorks } from './rules.ts'
import { allDone, changed, dispositions, faulted, faultLine, notHeldBack, openFaults, plannedPoint, planned, pointIn, pointLine } from './works-points.ts'

const { refuse } = supervisionRefusals
const opt = { optional: true } as const

export const categories = {
  metallurgy: words('冶金', 'Metallurgy'),
  power: words('电力', 'Power'),
  petrochemical: words('石油化工', 'Petrochemistry'),
  mining: words('矿山', 'Mining'),
  materials: words('建材', 'Building materials'),
  transport: words('轨道交通、港口', 'Railways and ports'),
  water: words('水利', 'Water works'),
  environment: words('环保', 'Environment'),
  other: words('其他', 'Other'),
} as const

const logLine = {
  on: day(words('日期', 'On')),
  spot: text(words('地点', 'Where'), { length: 120 }),
  what: text(words('监理情况', 'What was seen'), { length: 1000 }),
  by: text(words('监理人员证号', 'Certificate of who saw it'), { length: 40 }),
}

const noticeLine = {
  number: text(words('通知单编号', 'Number'), { length: 10 }),
  on: day(words('日期', 'On')),
  what: text(words('通知内容', 'What it says'), { length: 1000 }),
  answered: day(words('回复日期', 'Answered on'), opt),
  answer: text(words('回复', 'Answer'), { optional: true, length: 1000 }),
}

export const worksSupervision = register('works-supervision', {
  title: words('重大设备监理', 'Supervision of major equipment'),
  number: 'JL{area}{year}{seq}',
  headline: 'title',
  placedBy: 'place',
  concerns: ['client', 'maker', 'supervisor'],
  listed: ['title', 'device', 'category', 'clientName', 'supervisorName', 'place'],
  fields: {
    title: text(words('项目名称', 'Project'), { searched: true, length: 120 }),
    device: text(words('设备名称', 'Equipment'), { searched: true, length: 120 }),
    category: choice(words('类别', 'Trade'), categories),
    place: area(words('地域', 'Place')),
    client: party(words('委托人（业主）', 'Client')),
    clientName: text(words('委托人名称', 'Name of the client'), { length: 120 }),
    maker: party(words('制造安装单位', 'Maker')),
    makerName: text(words('制造安装单位名称', 'Name of the maker'), { length: 120 }),
    supervisor: party(words('监理单位', 'Supervising body')),
    supervisorName: text(words('监理单位名称', 'Name of the supervising body'), { length: 120 }),
    ability: text(words('监理单位资格或者能力说明', 'Qualification or ability'), { optional: true, length: 200 }),
    director: text(words('总监理工程师证号', 'Certificate of the chief supervisor'), { optional: true, length: 40 }),
    contract: text(words('监理合同编号', 'Contract'), { length: 60 }),
    contracted: day(words('合同签订日期', 'Contract signed on')),
    outline: text(words('监理大纲编号', 'Outline'), { optional: true, length: 60 }),
    points: rows(words('见证点', 'Witness points'), pointLine, { optional: true, most: 500 }),
    log: rows(words('监理日志', 'Log'), logLine, { optional: true, most: 2000 }),
    faults: rows(words('不符合项', 'What does not conform'), faultLine, { optional: true, most: 500 }),
    notices: rows(words('监理通知单', 'Notices'), noticeLine, { optional: true, most: 500 }),
    release: text(words('出厂放行单编号', 'Release from the works'), { optional: true, length: 60 }),
    accepted: day(words('出厂验收日期', 'Accepted on'), opt),
    report: text(words('监理报告编号', 'Report'), { optional: true, length: 60 }),
    summary: text(words('监理总结', 'Summary'), { optional: true, length: 2000 }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

const running = ['making', 'installing'] as const
type Running = (typeof running)[number]
const same = (c: { readonly record: { readonly state: string } }): Running => c.record.state as Running
const point = { point: text(words('见证点编号', 'Point'), { length: 20 }) }
const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }
const of = { by: 'supervisor', basis: majorWorks, from: [...running], to: same, returning: true } as const

export const supervisingWorks = procedure(worksSupervision, {
  duties: some('client', 'supervisor', 'party', 'officer', 'reader'),
  states: {
    commissioned: words('已委托', 'Commissioned'),
    outlined: words('大纲待审批', 'Outline submitted'),
    making: words('制造监理', 'Making supervised'),
    accepted: words('已出厂验收', 'Accepted at the works'),
    installing: words('安装监理', 'Installation supervised'),
    concluded: words('已总结', 'Concluded'),
    ended: words('已终止', 'Ended early'),
  },
  ends: ['concluded', 'ended'],
  opens: {
    title: words('登记监理委托', 'Enter a commission'),
    state: 'commissioned',
    by: ['client', 'officer'],
    basis: majorWorks,
    asks: [
      'title', 'device', 'category', 'place', 'client', 'clientName', 'maker', 'makerName', 'supervisor', 'supervisorName', 'ability', 'director', 'contract', 'contracted',
    ],
    check(c) {
      if (c.answers.supervisor === c.answers.client || c.answers.supervisor === c.answers.maker) refuse('not-independent', { field: 'supervisor' })
    },
  },
  steps: (step) => ({
    'file-outline': step({
      title: words('报监理大纲', 'Submit the outline'),
      from: 'commissioned',
      to: 'outlined',
      by: 'supervisor',
      basis: majorWorks,
      asks: { outline: text(words('监理大纲编号', 'Outline'), { length: 60 }), outlinePoints: rows(words('见证点计划', 'Points planned'), plannedPoint, { most: 500 }) },
      check: (c) => void planned(c.answers.outlinePoints),
      gives: (c) => ({ points: planned(c.answers.outlinePoints) }),
    }),
    'approve-outline': step({ title: words('审批大纲', 'Approve the outline'), from: 'outlined', to: 'making', by: 'client', basis: majorWorks }),
    'return-outline': step({
      title: words('退回大纲', 'Return the outline'), from: 'outlined', to: 'commissioned', by: 'client', basis: majorWorks, returning: true, asks: why,
    }),
    'call-point': step({
      ...of,
      title: words('通知见证', 'Call for a witness'),
      by: 'party',
      asks: { ...point, calledFor: day(words('约定见证日期', 'Called for'), { mayLieAhead: true }) },
      check(c) {
        const found = pointIn(c.record.points, c.answers.point, c.record.state)
        if (found.state !== 'awaiting') refuse('point-not-now', { code: found.code, field: 'point' })
        notHeldBack(c.record.points, found.code)
      },
      gives: (c) => ({ points: changed(c.record.points, c.answers.point, { state: 'called', calledFor: c.answers.calledFor }) }),
    }),
    witness: step({
      ...of,
      title: words('见证', 'Witness'),
      asks: {
        ...point,
        verdict: choice(words('见证结论', 'Verdict'), { pass: words('符合', 'Conforms'), fail: words('不符合', 'Does not conform') }),
        finding: text(words('见证记录', 'Finding'), { length: 500 }),
        witness: text(words('见证人员证号', 'Certificate of the witness'), { length: 40 }),
      },
      check(c) {
        const found = pointIn(c.record.points, c.answers.point, c.record.state)
        if (found.state !== 'called') refuse('point-not-now', { code: found.code, field: 'point' })
        notHeldBack(c.record.points, found.code)
      },
      gives(c) {
        const seen = { on: c.today, finding: c.answers.finding, witness: c.answers.witness }
        const points = changed(c.record.points, c.answers.point, { ...seen, state: 'witnessed' })
        return c.answers.verdict === 'pass' ? { points } : faulted({ ...c.record, points }, c.answers.point, c.answers.finding, c.today)
      },
    }),
    release: step({
      ...of,
      title: words('放行停止点', 'Release a hold point'),
      asks: { ...point, note: text(words('放行单号', 'Release note'), { length: 60 }) },
      check(c) {
        const found = pointIn(c.record.points, c.answers.point, c.record.state)
        if (found.kind !== 'H') refuse('only-hold-points', { code: found.code, field: 'point' })
        if (found.state !== 'witnessed') refuse('not-witnessed', { code: found.code, field: 'point' })
        notHeldBack(c.record.points, found.code)
      },
      gives: (c) => ({ points: changed(c.record.points, c.answers.point, { state: 'released', note: c.answers.note }) }),
    }),
    waive: step({
      ...of,
      title: words('放弃见证', 'Waive a point'),
      asks: { ...point, ...why },
      check(c) {
        const found = pointIn(c.record.points, c.answers.point, c.record.state)
        if (found.kind === 'H') refuse('hold-not-waived', { code: found.code, field: 'point' })
        if (found.state !== 'called') refuse('point-not-now', { code: found.code, field: 'point' })
      },
      gives: (c) => ({ points: changed(c.record.points, c.answers.point, { state: 'waived', note: c.answers.reason.slice(0, 200) }) }),
    }),
    record: step({
      ...of,
      title: words('填监理日志', 'Write the log'),
      asks: logLine,
      gives: (c) => ({ log: [...(c.record.log ?? []), c.answers] }),
    }),
    raise: step({
      ...of,
      title: words('开具不符合项', 'Raise what does not conform'),
      asks: { point: text(words('见证点编号', 'Point'), { optional: true, length: 20 }), what: text(words('不符合内容', 'What does not conform'), { length: 500 }) },
      check(c) {
        if (c.answers.point !== null) pointIn(c.record.points, c.answers.point, c.record.state)
      },
      gives: (c) => faulted(c.record, c.answers.point, c.answers.what, c.today),
    }),
    settle: step({
      ...of,
      title: words('关闭不符合项', 'Settle it'),
      asks: {
        fault: text(words('不符合项编号', 'Its number'), { length: 10 }),
        disposition: choice(words('处理', 'What was done'), dispositions),
        remark: text(words('处理说明', 'Note'), { length: 300 }),
        consent: text(words('委托人同意书编号', 'Consent of the client'), { optional: true, length: 60, hint: words('让步接收必填', 'Asked for a concession') }),
      },
      check(c) {
        const number = c.answers.fault
        if (!openFaults(c.record.faults).some((fault) => fault.number === number)) refuse('no-fault', { number, field: 'fault' })
        if (c.answers.disposition === 'concession' && !c.answers.consent) refuse('no-consent', { field: 'consent' })
      },
      gives(c) {
        const note = [c.answers.remark, c.answers.consent].filter(Boolean).join('；')
        const done = { disposition: c.answers.disposition, settled: c.today, note }
        const faults = (c.record.faults ?? []).map((fault) => (fault.number === c.answers.fault ? { ...fault, ...done } : fault))
        const code = faults.find(({ number }) => number === c.answers.fault)!.point
        // The point is called and witnessed again, once nothing of it is open.
        const again = code !== null && !openFaults(faults).some((fault) => fault.point === code)
        return { faults, ...(again ? { points: changed(c.record.points, code, { state: 'awaiting', calledFor: null, note: null }) } : {}) }
      },
    }),
    notify: step({
      ...of,
      title: words('发监理通知单', 'Give notice'),
      asks: { what: text(words('通知内容', 'What it says'), { length: 1000 }) },
      gives(c) {
        const notices = c.record.notices ?? []
        return { notices: [...notices, { number: `T${notices.length + 1}`, on: c.today, what: c.answers.what, answered: null, answer: null }] }
      },
    }),
    answer: step({
      ...of,
      title: words('回复通知单', 'Answer a notice'),
      by: 'party',
      asks: { notice: text(words('通知单编号', 'Number of the notice'), { length: 10 }), answer: text(words('回复', 'Answer'), { length: 1000 }) },
      check(c) {
        if (!(c.record.notices ?? []).some((notice) => notice.number === c.answers.notice && notice.answered == null))
          refuse('no-notice', { number: c.answers.notice, field: 'notice' })
      },
      gives(c) {
        const given = { answered: c.today, answer: c.answers.answer }
        return { notices: c.record.notices!.map((notice) => (notice.number === c.answers.notice ? { ...notice, ...given } : notice)) }
      },
    }),
    accept: step({
      title: words('出厂验收放行', 'Accept at the works'),
      from: 'making',
      to: 'accepted',
      by: 'supervisor',
      basis: majorWorks,
      asks: { release: text(words('出厂放行单编号', 'Release from the works'), { length: 60 }) },
      check: (c) => allDone(c.record.points, c.record.faults, 'making'),
      gives: (c) => ({ accepted: c.today }),
    }),
    install: step({
      title: words('开始安装', 'Begin the installation'),
      from: 'accepted',
      to: 'installing',
      by: 'party',
      basis: majorWorks,
    }),
    conclude: step({
      title: words('监理总结', 'Conclude'),
      from: ['accepted', 'installing'],
      to: 'concluded',
      by: 'supervisor',
      basis: majorWorks,
      asks: { report: text(words('监理报告编号', 'Report'), { length: 60 }), summary: text(words('监理总结', 'Summary'), { length: 2000 }) },
      check: (c) => allDone(c.record.points, c.record.faults, 'making', 'installing'),
    }),
    end: step({
      title: words('终止监理', 'End it early'),
      from: ['commissioned', 'outlined', 'making', 'accepted', 'installing'],
      to: 'ended',
      by: ['client', 'officer'],
      basis: majorWorks,
      asks: why,
    }),
  }),
})
