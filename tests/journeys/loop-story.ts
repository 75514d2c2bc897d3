// The loop as one story, from a complaint to the repair of credit: its chapters, in the order in which they happen, under either pack.
import { addDays, type Day } from '../../kernel/day.ts'
import type { House } from '../bed/house.ts'
import { yoghurt } from './complaint-story.ts'
import type { LoopCast } from './loop-cast.ts'
import {
  attempt, found, items, makers, open, row, seedOf, serve, settle, sheet, take, test, type File, type Headers, type Laboratory,
} from './supervision-story.ts'

/** The records of the story by what they are in it. */
export interface Files {
  complaint: File
  notices: readonly File[]
  signals: readonly File[]
  matter: File
  plan: File
  draw: File
  sample: File
  order: File
  reorder: File
  follow: File
  recheck: File
  case: File
  defect: File
  recall: File
}

export class Loop {
  readonly files = {} as Files
  /** Credit code of the maker that was drawn. */
  unit = ''

  readonly house: House
  readonly cast: LoopCast
  readonly labs: readonly Laboratory[]
  base: Day
  readonly pack: '2016' | 'today'

  constructor(house: House, cast: LoopCast, labs: readonly Laboratory[], base: Day, pack: '2016' | 'today') {
    ;[this.house, this.cast, this.labs, this.base, this.pack] = [house, cast, labs, base, pack]
  }

  day(n: number): Day {
    return addDays(this.base, n)
  }

  /** The enterprise of the story. */
  get maker(): Headers {
    return this.cast.makers[this.unit]!
  }

  private at(n: number): void {
    this.house.at(this.day(n))
  }

  private async first(register: string, origin: File): Promise<File> {
    const [file] = await found(this.house, register, 'origin_record', origin.id)
    if (!file) throw new Error(`no ${register} came of ${origin.register} ${origin.id}`)
    return file
  }

  /** A complaint about safety is accepted; two notices come in from outside. */
  async signals(): Promise<void> {
    const { house, cast, files } = this
    this.at(0)
    const told = yoghurt(this.base, { goods: '木质书柜', goodsClass: 'furniture', issue: 'safety', facts: '气味刺鼻，头晕（演示）', forDailyUse: false })
    // Three branches took complaints until the end of 2019; one of quality is meant.
    files.complaint = await open(house, 'complaint', cast.citizen, { ...told, ...(this.pack === '2016' ? { branch: 'quality' } : {}) })
    await take(house, files.complaint, 'accept', cast.clerk)
    const notice = (n: number) => ({
      source: 'safetyGate', reference: `loop-${this.pack}-${n}`, day: this.day(-n), country: '虚构国', product: '木质书柜', productClass: 'furniture',
      hazard: 'chemical', hazardText: '甲醛超标（演示）', grade: 'serious',
    })
    files.notices = [await open(house, 'outside-notice', cast.officials.collector, notice(1)), await open(house, 'outside-notice', cast.officials.collector, notice(2))]
    await settle(house)
    files.signals = await Promise.all([files.complaint, ...files.notices].map((one) => this.first('signal', one)))
  }

  /** The signals are joined, assessed, consulted on, warned of in orange, and a special check is decided. */
  async warning(): Promise<void> {
    const { house, files, cast: { officials: who } } = this
    this.at(1)
    files.matter = await open(house, 'risk-matter', who.analyst, {
      begun: this.day(1), place: '130000', product: '木质书柜', productClass: 'furniture', hazard: 'chemical', raised: 'officer', why: '一件投诉、两份通报',
    })
    await take(house, files.matter, 'take-up', who.analyst)
    this.at(2)
    // 1/10 × 1/50 = 1/500 lies above 1/1 000: high in the matrix.
    await take(house, files.matter, 'assess', who.analyst, { scenarios: [{ name: '长期吸入', group: 'children', severity: 2, steps: '释放超标 1/10；密闭房间 1/50' }] })
    const view = (expert: string) => ({ expert, recused: 'no', opinion: 'orange' })
    await take(house, files.matter, 'consult', who.panel, { panel: ['Z-01', 'Z-02', 'Z-03'].map(view), minutes: '一致', recommended: 'orange' })
    await take(house, files.matter, 'warn', who.province, {
      colour: 'orange', danger: '甲醛释放超标', advice: '通风，停止在儿童房使用', channels: ['site'], warnedTo: this.day(120),
    })
    await take(house, files.matter, 'publish', who.publisher)
    await take(house, files.matter, 'decide-measures', who.province, {
      chosen: ['specialCheck'], planTitle: '木质家具专项抽查（演示）', planWanted: 1, planTo: this.day(120),
    })
    files.plan = await this.first('check-plan', files.matter)
  }

  /** The draft gets its parameters and its approval, the frame is committed to, and a seed of the day after draws one of three makers. */
  async drawing(): Promise<void> {
    const { house, files, cast: { officials: who } } = this
    this.at(3)
    const { title, from } = { title: '木质家具专项抽查（演示）', from: this.day(2) }
    await take(house, files.plan, 'revise', who.organiser, {
      title, kind: 'special', frame: 'risk-directed', line: 'goods', productClass: 'furniture', place: '130000', items, rule: 'guardedRejection', wanted: 1,
      mostQuantity: '2', from, to: this.day(120),
    })
    await take(house, files.plan, 'approve', who.approver)
    await take(house, files.plan, 'call-draw', who.organiser, { drawTitle: '专项抽取（演示）' })
    files.draw = (await found(house, 'draw', 'plan', files.plan.id))[0]!
    const list = makers.map((code, n) => ({ code, name: `虚构家具厂${n + 1}（演示）`, place: '130102', stratum: 'all' }))
    await take(house, files.draw, 'freeze', who.organiser, { list, inspectors: [{ account: 'loop-sampler', badge: 'ZF-001' }, { account: 'loop-second', badge: 'ZF-002' }] })
    const seed = `loop-${this.pack}`
    await take(house, files.draw, 'commit', who.organiser, {
      take: [{ stratum: 'all', take: 1 }], reserve: 1, inspectorsEach: 2, waitHours: 24, secret: '5b'.repeat(32),
      seeds: [{ source: `公开开奖 ${seed}`, at: `${this.day(4)}T21:15:00+08:00` }, { source: `公开开奖 ${seed} 次日`, at: `${this.day(5)}T21:15:00+08:00` }],
    })
    this.at(6)
    await take(house, files.draw, 'draw', who.organiser, seedOf(seed, this.day(3)))
    files.sample = (await found(house, 'sample', 'draw', files.draw.id))[0]!
    this.unit = (await row(house, files.sample))['unit'] as string
  }

  /** Visit and sheet are written on a phone without a network in the morning and sent in the evening, each twice under its own key. */
  async sampling(): Promise<void> {
    const { house, files, cast: { officials: who } } = this
    const day = this.day(8)
    house.at(`${day}T19:00:00+08:00`)
    const offline = async (step: string, version: number, moment: string, answers: object) => {
      const headers = { ...who.sampler, 'idempotency-key': `phone-${this.pack}-${step}`, 'if-match': `"v${version}"` }
      const path = `/api/v1/registers/sample/${files.sample.id}/steps/${step}`
      return Promise.all([1, 2].map(() => house.post(path, { answers, occurred: `${day}T${moment}:00+08:00` }, headers)))
    }
    const { version } = await row(house, files.sample)
    const sent = [
      ...(await offline('visit', version, '09:30', { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })),
      ...(await offline('seal', version + 1, '10:15', sheet(this.unit, day))),
    ]
    const wrong = sent.find(({ status }) => status !== 200)
    if (wrong) throw new Error(`what was written off-line was refused: ${JSON.stringify(wrong.body)}`)
    await take(house, files.sample, 'send', who.sampler, { laboratory: this.labs[0]!.code })
    files.order = await this.first('test-order', files.sample)
  }

  /** The laboratory finds 2.4 mg/L with an expanded uncertainty of 0.1 against a limit of 1.5. */
  async testing(): Promise<void> {
    this.at(13)
    await test(this.house, this.cast.labs[0], this.files.order, this.labs[0]!, 'F-0001', '2.4', this.day(13))
  }

  /** The result is told and served; the maker asks for a re-inspection, which another laboratory does on the backup and which upholds it. */
  async objection(): Promise<void> {
    const { house, files, cast: { officials: who } } = this
    this.at(14)
    await take(house, files.sample, 'tell', who.organiser)
    await serve(house, files.sample, who.organiser, who.organiser, this.day(14))
    this.at(22)
    await take(house, files.sample, 'object', this.maker, { objectionKind: 'result', objection: '申请复检' })
    await take(house, files.sample, 'reinspect', who.organiser, { reLaboratory: this.labs[1]!.code })
    files.reorder = (await found(house, 'test-order', 'origin_record', files.sample.id))[1]!
    this.at(27)
    await test(house, this.cast.labs[1], files.reorder, this.labs[1]!, 'F-0002', '2.2', this.day(27))
  }

  /** On the day of the second report the verdict becomes final and public, and the follow-up begins. */
  async publication(): Promise<void> {
    const { house, files, cast: { officials: who } } = this
    await take(house, files.sample, 'confirm', who.organiser)
    await take(house, files.sample, 'publish', who.organiser)
    files.follow = await this.first('rectification', files.sample)
  }

  /** The order to correct is served; a breach and a defect are suspected. */
  async ordering(): Promise<void> {
    const { house, files, cast: { officials: who } } = this
    this.at(28)
    await take(house, files.follow, 'order', who.chief, { demand: '停止销售该批次，查明原因' })
    await serve(house, files.follow, who.chief, who.follower, this.day(28))
    await take(house, files.follow, 'suspect-breach', who.follower, { suspected: 'substandard', facts: '生产不符合强制性标准的家具（演示）' })
    await take(house, files.follow, 'suspect-defect', who.follower, { danger: '甲醛超标（演示）' })
    files.case = await this.first('case', files.follow)
    files.defect = await this.first('defect-report', files.follow)
  }

  /** The maker admits the defect, or under the rules of 2016 is ordered; it files a plan and is seen to recall. */
  async recalling(): Promise<void> {
    const { house, files, cast: { officials: who } } = this
    this.at(29)
    await take(house, files.defect, 'take-up', who.assessor, { producer: this.unit, assessment: '同批次普遍存在' })
    files.recall = await this.first('recall', files.defect)
    this.at(31)
    if (this.pack === 'today') await take(house, files.recall, 'admit', this.maker, { known: this.day(29) })
    else await this.ordered()
    this.at(36)
    await take(house, files.recall, 'file-plan', this.maker, {
      scope: [{ model: 'SG-1', lot: '首批' }], made: 1200, affected: 1000, stock: 150, measures: ['exchange'], payer: 'producer',
      advice: '停止使用，联系更换', contact: '0311-0000000（演示）', endsOn: this.day(160),
    })
    this.at(37)
    await take(house, files.recall, 'publish', who.recaller)
  }

  /** The maker finds no defect; the authority finds one, and orders at once, as the consumer law of the time says. */
  private async ordered(): Promise<void> {
    const { house, files, cast: { officials: who } } = this
    await take(house, files.recall, 'deny', this.maker, { conclusion: '本厂认为无缺陷（演示）' })
    this.at(33)
    await take(house, files.recall, 'order', who.recallHead, { grounds: '两家检验机构均检出甲醛释放量超过限值' })
    await serve(house, files.recall, who.recallHead, who.recaller, this.day(33))
  }

  /** The case from its verification to the notice of what is intended. */
  async caseToNotice(): Promise<void> {
    const { house, files, cast: { officials: who } } = this
    this.at(38)
    await take(house, files.case, 'verify', who.handler, { firstVerifier: '冀A001', secondVerifier: '冀A002' })
    this.at(42)
    await take(house, files.case, 'file', who.judge, { firstHandler: '冀A001', secondHandler: '冀A002' })
    this.at(43)
    await take(house, files.case, 'gather', who.handler, { sort: 'opinion', what: '检验报告和复检报告', taken: this.day(43), from: '虚构检测中心', takers: '冀A001、冀A002', original: true })
    this.at(45)
    await take(house, files.case, 'report', who.handler, { finding: '甲醛释放量不合格', breach: 'product-quality-law/13', punishedBy: 'product-quality-law/49', value: '20000.00' })
    this.at(49)
    await take(house, files.case, 'review-pass', who.reviewer, { opinion: '同意' })
    this.at(50)
    await take(house, files.case, 'tell', who.judge, { toldFine: '20000.00', penalties: ['fine', 'goods'] })
    this.at(51)
    await serve(house, files.case, who.judge, who.handler, this.day(51))
  }

  /** The party was heard; the decision is made, signed and served. */
  async penalty(): Promise<void> {
    const { house, files, cast: { officials: who } } = this
    this.at(59)
    await take(house, files.case, 'end-defence', who.handler)
    await take(house, files.case, 'decide', who.judge, { circumstance: 'ordinary', penalties: ['fine', 'goods'], degree: 'ordinary', fine: '20000.00' })
    const { body } = await house.get(`/api/v1/registers/case/${files.case.id}/documents`, who.judge)
    const document = (body.items as { number: string }[]).at(-1)!.number
    await take(house, files.case, 'sign-document', who.judge, { document, how: 'seal' })
    this.at(63)
    await take(house, files.case, 'serve', who.handler, { document, way: 'direct', outcome: 'served', on: this.day(63), place: '当事人住所' })
  }

  /** The fine is paid in time; under the rules of 2016 ten days late, with three per cent for each day. */
  async payment(): Promise<void> {
    const { house, files, cast: { officials: who } } = this
    const [paid, sum] = this.pack === 'today' ? [70, '20000.00'] : [88, '26000.00']
    this.at(paid)
    await take(house, files.case, 'pay', who.handler, { on: this.day(paid), sum, receipt: 'P-1' })
    this.at(paid + 1)
    await take(house, files.case, 'close', who.judge, { outcome: '履行完毕' })
  }

  /** The maker reports what it corrected; a re-check by a sample of its own passes and closes the follow-up. */
  async correction(): Promise<void> {
    const { house, files, cast: { officials: who } } = this
    this.at(77)
    await take(house, files.follow, 'report', this.maker, { cause: '板材批次不合格', measures: '更换供应商', stock: '封存 150 件', recovered: 12 })
    await take(house, files.follow, 'recheck', who.follower)
    files.recheck = await this.first('sample', files.follow)
    this.at(79)
    await take(house, files.recheck, 'visit', who.sampler, { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })
    await take(house, files.recheck, 'seal', who.sampler, sheet(this.unit, this.day(79)))
    await take(house, files.recheck, 'send', who.sampler, { laboratory: this.labs[0]!.code })
    const order = await this.first('test-order', files.recheck)
    this.at(83)
    await test(house, this.cast.labs[0], order, this.labs[0]!, 'F-0001', '0.8', this.day(83))
    await take(house, files.recheck, 'confirm', who.organiser)
  }

  /** What came back of how many: 700 at the stage report, 960 at the end. */
  async counting(): Promise<void> {
    const { house, files } = this
    this.at(90)
    await take(house, files.recall, 'report', this.maker, { on: this.day(90), notified: 1000, reached: 800, returned: 700 })
  }

  /** The end of the recall, after its planned last day. */
  async evaluation(): Promise<void> {
    const { house, files, cast: { officials: who } } = this
    this.at(164)
    await take(house, files.recall, 'finish', this.maker, { on: this.day(164), notified: 1000, reached: 1000, returned: 960 })
    this.at(170)
    await take(house, files.recall, 'close', who.evaluator, { effect: '涉及一千件，收回九百六十件' })
  }

  /** Entries of the maker that came of a record of the story. */
  entryOf(file: File): Promise<File> {
    return this.first('credit-entry', file)
  }

  attempt(file: File, step: string, who: Headers, answers: object = {}) {
    return attempt(this.house, file, step, who, answers)
  }
}
