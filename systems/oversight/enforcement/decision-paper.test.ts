// What a decision prints for its party (處罰程序規定 62): evidence without whoever gave it, and an order to pay only where something is owed.
import { expect, it } from 'vitest'
import { penaltyDecision, spotDecision } from './documents.ts'

const printed = (record: Readonly<Record<string, unknown>>, form = penaltyDecision): string =>
  JSON.stringify(
    form.template({
      record, answers: {}, number: '1', day: '2026-06-22', authority: '虚构局', signatory: '虚构', language: 'zh',
      parameter: () => ({ value: { length: 15, unit: 'day' } }),
      show: (field: string) => String(record[field] ?? '—'),
    } as never),
  )

it('names evidence as it is named to the party, else by its kind, never by its title in the file', () => {
  const paper = printed({
    evidence: [{ sort: 'witness', what: '举报人虚构甲的证言', named: null }, { sort: 'opinion', what: '检验报告', named: '检验报告 BG1' }, { sort: 'witness', what: '虚构乙的证言' }],
  })
  expect(paper).toContain('证据：证人证言、检验报告 BG1。')
  for (const name of ['虚构甲', '虚构乙']) expect(paper).not.toContain(name)
})

it('orders the payment of what it takes, and of nothing else', () => {
  expect(printed({ fine: '20000.00' })).toContain('罚款应当自收到本决定书之日起15日内')
  const gains = printed({ confiscated: '500.00' })
  expect(gains).toContain('没收的违法所得应当自收到本决定书之日起15日内')
  for (const form of [penaltyDecision, spotDecision]) for (const word of ['罚款', '缴']) expect(printed({ penalties: '警告' }, form)).not.toContain(word)
  expect(gains).not.toContain('罚款')
})

it('tells its party that it will be public where it will be (公示规定 8), and promises nothing else', () => {
  const decided = { decided: '2026-06-22', party: '91130102MAX000001J', spotOn: null, penalties: ['fine'], degree: 'ordinary' }
  const told = '本处罚信息将依法向社会公示。'
  expect(printed(decided)).toContain(told)
  for (const other of [{ penalties: ['warning'] }, { degree: 'minor' }, { party: null }]) expect(printed({ ...decided, ...other })).not.toContain(told)
})
