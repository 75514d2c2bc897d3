// Worked cases of recalls: a voluntary one to its end, an ordered one after an objection, cars and food by their own clocks.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { assessing } from './defect-report.ts'
import { recalling } from './recalling.ts'

const producer = '91130102MAX000001J'

const told: Act = {
  on: '2026-05-18', step: 'open', by: 'reporter',
  with: {
    received: '2026-05-18', reporterKind: 'hospital', place: '130102', producerName: '虚构灯具厂（演示）', product: '儿童台灯', productClass: 'lamps',
    kind: 'design', danger: '灯罩过热，可致灼伤', hurt: 1, brand: '虚构牌（演示）', standard: 'GB 7000.1', happened: '2026-05-10', abroad: '虚构国，2026-04-30，INVENTED-7',
  },
}

export const assessingCases = cases(assessing, [
  { title: words('评估后转入调查', 'Taken up after an assessment'), opens: told, acts: [{ on: '2026-05-20', step: 'take-up', by: 'assessor', with: { producer, assessment: '同型号普遍存在' }, then: { state: 'toInvestigate' } }] },
  { title: words('所依据的报告撤回，先告知再评估', 'Told that its report fell, and closed'), opens: told, acts: [{ on: '2026-05-19', step: 'lose-ground', by: 'assessor', with: { report: 'BG2026000001', why: '样品混淆' }, then: { state: 'received', fields: { fallen: [{ report: 'BG2026000001' }] } } }, { on: '2026-05-20', step: 'close', by: 'assessor', with: { assessment: '报告已撤回，没有其他依据' }, then: { state: 'closed' } }] },
  {
    title: words('消费者报告的：转入调查须有评估人的话；门类取自产品类别', 'Told by a consumer: taken up in the words of the assessor; the line is that of the class'),
    opens: { ...told, with: { ...told.with, reporterKind: 'consumer' } },
    acts: [
      { on: '2026-05-20', step: 'take-up', by: 'assessor', with: { producer }, refused: 'recall.no-assessment' },
      { on: '2026-05-20', step: 'take-up', by: 'assessor', with: { producer, assessment: '同型号普遍存在', line: 'food' }, refused: 'recall.line-against-class' },
      { on: '2026-05-20', step: 'take-up', by: 'assessor', with: { producer, assessment: '同型号普遍存在' }, then: { state: 'toInvestigate', fields: { line: 'goods' } } },
    ],
  },
  {
    title: words('产品类别看不出门类的，不猜：写明后才转入', 'A class that does not tell the line: it is not guessed, and is said before it goes on'),
    opens: { ...told, with: { ...told.with, product: '水泥', productClass: 'cement' } },
    acts: [
      { on: '2026-05-20', step: 'take-up', by: 'assessor', with: { producer, assessment: '凝结异常' }, refused: 'recall.line-unknown' },
      { on: '2026-05-20', step: 'take-up', by: 'assessor', with: { producer, assessment: '家用小包装，凝结异常', line: 'goods' }, then: { fields: { line: 'goods' } } },
    ],
  },
  { title: words('车辆识别代号校验位不对的，不收', 'A vehicle with a wrong check digit is not taken'), opens: { ...told, with: { ...told.with, product: '虚构轿车', productClass: 'cars', vin: '1M8GDM9A1KP042788' }, refused: 'recall.wrong-vin' }, acts: [] },
  { title: words('商品条码校验位不对的，不收', 'Nor is a barcode with one'), opens: { ...told, with: { ...told.with, gtin: '2990000000015' }, refused: 'recall.wrong-gtin' }, acts: [] },
  { title: words('汽车按汽车的门类', 'A car goes by the line of cars'), opens: { ...told, with: { ...told.with, product: '虚构轿车', productClass: 'cars', vin: '1M8GDM9AXKP042788' } }, acts: [{ on: '2026-05-20', step: 'take-up', by: 'assessor', with: { producer, assessment: '制动异常' }, then: { fields: { line: 'car' } } }] },
  {
    title: words('没有生产者代码的不转入：否则无人再办；已知的代码不因漏填而丢失', 'Not taken up without the producer’s code, for nobody would see it again; one that is known is not lost by being left out'),
    opens: told,
    acts: [{ on: '2026-05-20', step: 'take-up', by: 'assessor', with: { assessment: '同型号普遍存在' }, refused: 'recall.no-producer' }],
  },
  { title: words('已填的生产者代码保留', 'The code that was told stays'), opens: { ...told, with: { ...told.with, producer } }, acts: [{ on: '2026-05-20', step: 'take-up', by: 'assessor', with: { assessment: '同型号普遍存在' }, then: { state: 'toInvestigate', fields: { producer } } }] },
  { title: words('医院的原话也可能涉及伤者：转入须有评估意见', 'A hospital’s words may tell of the hurt as well: an assessment is needed'), opens: told, acts: [{ on: '2026-05-20', step: 'take-up', by: 'assessor', with: { producer }, refused: 'recall.no-assessment' }] },
  { title: words('监管部门自己发现的，可以不另写评估意见', 'What an authority found itself needs no other words'), opens: { ...told, with: { ...told.with, reporterKind: 'authority' } }, acts: [{ on: '2026-05-20', step: 'take-up', by: 'assessor', with: { producer }, then: { state: 'toInvestigate' } }] },
  { title: words('五个工作日内评估；不构成缺陷风险的，关闭', 'Assessed in five working days; closed where there is no risk'), opens: { ...told, then: { due: { assessment: '2026-05-25' } } }, acts: [{ on: '2026-05-20', step: 'close', by: 'assessor', with: { assessment: '使用不当' }, then: { state: 'closed', clocks: { assessment: 'met' } } }] },
])

const begun = (on: string, more: object = {}): Act => ({
  on, step: 'open', by: 'officer',
  with: {
    begun: on, line: 'goods', producer, producerName: '虚构灯具厂（演示）', place: '130102', product: '儿童台灯', productClass: 'lamps',
    kind: 'design', danger: '灯罩过热，可致灼伤', ...more,
  },
})
const plan = {
  scope: [{ model: 'TD-1', lot: '2025-07' }], made: 1200, affected: 1000, stock: 150, measures: ['exchange'], payer: 'producer',
  advice: '停止使用，联系更换', contact: '0311-0000000（演示）', endsOn: '2026-09-30',
}
/** All that a plan may say (the data of a plan in the rules of goods and cars). */
const whole = {
  ...plan, cause: '灯罩与灯泡间距不足', exported: 20, startsOn: '2026-05-28', ways: ['sms', 'shops', 'platforms'], aim: '三个月收回八成，期满收回九成五',
  answerable: '虚构首席质量官（演示）',
}
const count = (on: string, returned: number) => ({ on, notified: 1000, reached: 800, returned })
const notice: readonly Act[] = [
  { on: '2026-05-20', step: 'take-over', by: 'officer', then: { state: 'examining' } },
  { on: '2026-05-29', step: 'notify', by: 'head', with: { conclusion: '温升超过标准限值' }, then: { state: 'noticed' } },
  { on: '2026-05-29', step: 'sign-document', by: 'head', with: { document: 'recall-notice', how: 'seal' } },
]
const served: Act = { on: '2026-06-01', step: 'serve-document', by: 'officer', with: { document: 'recall-notice', way: 'direct', outcome: 'served', on: '2026-06-01' } }

export const recallCases = cases(recalling, [
  {
    title: words('所依据的检验报告撤回，机关认定不构成缺陷', 'The report that it rests on is withdrawn; no defect is found'),
    opens: begun('2026-05-18', { groundSample: '01a21407-36bb-71bc-91bd-eb00819433b7' }),
    acts: [
      { on: '2026-05-20', step: 'take-over', by: 'officer', then: { state: 'examining' } },
      { on: '2026-05-21', step: 'lose-ground', by: 'officer', with: { report: 'BG2026000001', why: '样品混淆' }, then: { state: 'examining', fields: { fallen: [{ report: 'BG2026000001', on: '2026-05-21' }] } } },
      { on: '2026-05-22', step: 'notify', by: 'head', with: { conclusion: '温升超过标准限值' }, refused: 'recall.ground-fallen' },
      { on: '2026-05-25', step: 'find-none', by: 'head', with: { conclusion: '检验报告已撤回，没有其他依据' }, then: { state: 'noDefect', fields: { ended: '2026-05-25' } } },
    ],
  },
  {
    title: words('报告失效后先复核其余证据，再通知、论证、责令', 'After a report fell the other evidence is weighed before notice, examination and order'),
    opens: begun('2026-05-18', { groundSample: '01a21407-36bb-71bc-91bd-eb00819433b7' }),
    acts: [
      ...notice,
      served,
      { on: '2026-06-04', step: 'weigh-ground', by: 'officer', with: { weighing: '…' }, refused: 'recall.nothing-fell' },
      { on: '2026-06-05', step: 'lose-ground', by: 'officer', with: { report: 'BG2026000001', why: '样品混淆' } },
      { on: '2026-06-16', step: 'order', by: 'head', refused: 'recall.ground-fallen' },
      { on: '2026-06-17', step: 'weigh-ground', by: 'officer', with: { weighing: '另有两份检验报告和事故复现' }, then: { state: 'noticed', fields: { fallen: [{ report: 'BG2026000001', weighed: '另有两份检验报告和事故复现' }] } } },
      { on: '2026-06-18', step: 'order', by: 'head', then: { state: 'planning' } },
    ],
  },
  {
    title: words('主动召回：报告 2 个工作日，计划 10 个工作日，进度逐次累计，评估后结束', 'Voluntary: reported in two working days, planned in ten, counted, evaluated, closed'),
    opens: begun('2026-05-18'),
    acts: [
      { on: '2026-05-21', step: 'admit', by: 'producer', with: { known: '2026-05-20' }, then: { state: 'planning', clocks: { admission: 'met' }, due: { plan: '2026-06-04' }, fields: { how: 'voluntary' } } },
      { on: '2026-05-25', step: 'file-plan', by: 'producer', with: { ...plan, payer: 'consumer' }, refused: 'recall.nobody-pays' },
      { on: '2026-05-25', step: 'file-plan', by: 'producer', with: { ...plan, affected: 1300 }, refused: 'recall.more-sold-than-made' },
      { on: '2026-05-25', step: 'file-plan', by: 'producer', with: { ...plan, scope: [] }, refused: 'recall.no-scope' },
      { on: '2026-05-25', step: 'file-plan', by: 'producer', with: { ...plan, scope: [{ model: 'TD-1', gtin: '2990000000015' }] }, refused: 'recall.wrong-gtin' },
      { on: '2026-05-25', step: 'file-plan', by: 'producer', with: { ...plan, advice: '' }, refused: 'recall.plan-incomplete' },
      { on: '2026-05-25', step: 'file-plan', by: 'producer', with: { ...plan, affected: '' }, refused: 'recall.plan-incomplete' },
      { on: '2026-05-25', step: 'file-plan', by: 'producer', with: { ...plan, endsOn: '2026-05-25' }, refused: 'recall.plan-over' },
      { on: '2026-05-25', step: 'file-plan', by: 'producer', with: { ...whole, startsOn: '2026-10-01' }, refused: 'recall.plan-turned' },
      { on: '2026-05-25', step: 'file-plan', by: 'producer', with: { ...whole, exported: 201 }, refused: 'recall.more-than-made' },
      { on: '2026-05-25', step: 'announce', by: 'officer', with: { servedOn: '2026-05-25' }, refused: 'recall.no-order' },
      { on: '2026-05-25', step: 'file-plan', by: 'producer', with: whole, then: { state: 'filed', clocks: { plan: 'met' }, due: { publication: '2026-05-28' }, fields: { cause: '灯罩与灯泡间距不足', startsOn: '2026-05-28' } } },
      { on: '2026-05-26', step: 'tell-sellers', by: 'producer', then: { state: 'filed', fields: { sellersTold: '2026-05-26' } } },
      { on: '2026-05-27', step: 'publish', by: 'officer', then: { state: 'running', clocks: { publication: 'met' }, due: { 'stage-report': '2026-08-27' } } },
      { on: '2026-06-01', step: 'withdraw-order', by: 'head', with: { ground: 'own', conclusion: '无' }, refused: 'recall.not-ordered' },
      { on: '2026-08-20', step: 'report', by: 'producer', with: count('2026-08-20', 700), then: { fields: { returned: 700 }, due: { 'stage-report': '2026-11-20' } } },
      // Who read the notice relies on it: the maker adds lines and takes none away; the authority corrects what is wrong.
      { on: '2026-08-24', step: 'file-plan', by: 'producer', with: { ...plan, scope: [{ model: 'TD-1', lot: '2025-08' }] }, refused: 'recall.scope-narrowed' },
      { on: '2026-08-24', step: 'file-plan', by: 'producer', with: { ...plan, affected: 900 }, refused: 'recall.scope-narrowed' },
      { on: '2026-08-24', step: 'file-plan', by: 'producer', with: { ...plan, affected: 600 }, refused: 'recall.more-returned-than-sold' },
      // Another end has another final report: fifteen workdays from 31 October, a Saturday.
      { on: '2026-08-24', step: 'file-plan', by: 'producer', with: { ...plan, scope: [...plan.scope, { model: 'TD-1', lot: '2025-08' }], endsOn: '2026-10-31' }, then: { state: 'running', due: { 'final-report': '2026-11-20' } } },
      { on: '2026-08-25', step: 'narrow-scope', by: 'head', with: { scope: plan.scope, affected: 1000, why: '2025-08 批经查用另一种灯罩' }, then: { fields: { scope: [{ model: 'TD-1', lot: '2025-07' }] } } },
      { on: '2026-09-01', step: 'remedy', by: 'head', with: { effect: '响应率不足，须补发通知', endsOn: '2026-08-31' }, refused: 'recall.plan-over' },
      { on: '2026-09-01', step: 'remedy', by: 'head', with: { effect: '响应率不足，须补发通知', endsOn: '2026-09-30' }, then: { state: 'running', due: { 'final-report': '2026-10-27' } } },
      // Of a thousand sold no more come back, whatever lies in stock: a recall is of what was sold (缺陷汽車條例 3).
      { on: '2026-09-30', step: 'finish', by: 'producer', with: count('2026-09-30', 1001), refused: 'recall.more-returned-than-sold' },
      // While the effect is evaluated no stage report runs late; where more is ordered the period runs on.
      { on: '2026-10-09', step: 'finish', by: 'producer', with: count('2026-10-09', 960), then: { state: 'evaluating', clocks: { 'final-report': 'met', 'stage-report': 'paused' } } },
      { on: '2026-10-12', step: 'remedy', by: 'head', with: { effect: '仍有四十件下落不明', endsOn: '2026-10-15' }, then: { state: 'running', clocks: { 'stage-report': 'open', 'final-report': 'open' } } },
      { on: '2026-10-16', step: 'finish', by: 'producer', with: count('2026-10-16', 960), then: { state: 'evaluating' } },
      { on: '2026-10-20', step: 'close', by: 'evaluator', with: { effect: '涉及一千件，收回九百六十件' }, then: { state: 'done' } },
    ],
  },
  {
    title: words('阶段报告为累计数：比前一次少的不收，写明更正理由的收下，效果按更正后的数字，两次都留在进度中', 'Progress is counted in all: less than before is not taken but as a correction that says why; the effect goes by the corrected count, and both stay'),
    opens: begun('2026-05-18'),
    acts: [
      { on: '2026-05-21', step: 'admit', by: 'producer', with: { known: '2026-05-20' } },
      { on: '2026-05-25', step: 'file-plan', by: 'producer', with: plan },
      { on: '2026-05-27', step: 'publish', by: 'officer' },
      { on: '2026-08-20', step: 'report', by: 'producer', with: count('2026-08-20', 700) },
      { on: '2026-09-01', step: 'report', by: 'producer', with: count('2026-09-01', 650), refused: 'recall.fewer-than-before' },
      { on: '2026-09-01', step: 'report', by: 'producer', with: { ...count('2026-09-01', 710), reached: 799 }, refused: 'recall.fewer-than-before' },
      { on: '2026-09-01', step: 'report', by: 'producer', with: { ...count('2026-09-01', 710), notified: 999 }, refused: 'recall.fewer-than-before' },
      { on: '2026-09-01', step: 'report', by: 'producer', with: { ...count('2026-09-01', 650), corrects: '   ' }, refused: 'recall.fewer-than-before' },
      // What stood on an earlier day is no count of a later one, whatever it corrects.
      { on: '2026-09-01', step: 'report', by: 'producer', with: { ...count('2026-08-19', 650), corrects: '误' }, refused: 'recall.report-goes-back' },
      {
        on: '2026-09-01', step: 'report', by: 'producer', with: { ...count('2026-09-01', 650), corrects: '前次误将库存五十件计入收回' },
        then: { fields: { returned: 650, progress: [{ on: '2026-08-20', returned: 700, corrects: null }, { on: '2026-09-01', returned: 650, corrects: '前次误将库存五十件计入收回' }] }, due: { 'stage-report': '2026-12-01' } },
      },
      // What a maker writes of its difficulties is not public since, so that there is nothing to take out.
      { on: '2026-09-01', step: 'withhold-notes', by: 'officer', refused: 'recall.no-notes' },
      // From then on the corrected count is the one before.
      { on: '2026-09-30', step: 'finish', by: 'producer', with: count('2026-09-30', 640), refused: 'recall.fewer-than-before' },
      { on: '2026-09-30', step: 'finish', by: 'producer', with: count('2026-09-30', 660), then: { state: 'evaluating', fields: { returned: 660 } } },
    ],
  },
  {
    title: words('责令召回：异议期未满不得责令；异议不成立后责令，计划 5 个工作日', 'Ordered: not while the objection runs; after it is rejected, the plan is due in five working days'),
    opens: begun('2026-05-18'),
    acts: [
      ...notice,
      { on: '2026-05-30', step: 'order', by: 'head', refused: 'recall.objection-runs' },
      { ...served, then: { due: { objection: '2026-06-15' } } },
      { on: '2026-06-02', step: 'order', by: 'head', refused: 'recall.objection-runs' },
      { on: '2026-06-12', step: 'object', by: 'producer', with: { objection: '样品并非本厂产品' }, then: { state: 'objected', clocks: { objection: 'met' } } },
      { on: '2026-06-25', step: 'reject-objection', by: 'head', with: { conclusion: '论证认为异议不成立', experts: 'Z-01、Z-02，均无利害关系' }, then: { state: 'decided' } },
      { on: '2026-06-26', step: 'order', by: 'head', then: { state: 'planning', fields: { how: 'ordered', orderedBy: 'samr-order-19' } } },
      { on: '2026-06-26', step: 'sign-document', by: 'head', with: { document: 'recall-order', how: 'seal' }, then: { fields: { how: 'ordered' } } },
      // The plan is due from the receipt of the order, and the order is public whether a plan comes or not.
      { on: '2026-06-30', step: 'serve-document', by: 'officer', with: { document: 'recall-order', way: 'direct', outcome: 'served', on: '2026-06-30' }, then: { due: { 'plan-ordered': '2026-07-07' } } },
      { on: '2026-07-08', step: 'announce', by: 'officer', with: { servedOn: '2026-06-30' }, then: { state: 'planning', fields: { orderTold: '2026-07-08' } } },
      { on: '2026-07-09', step: 'find-none', by: 'head', with: { conclusion: '无' }, refused: 'recall.order-stands' },
      { on: '2026-07-09', step: 'file-plan', by: 'producer', with: plan, then: { state: 'filed', clocks: { 'plan-ordered': 'late' } } },
    ],
  },
  {
    title: words('逾期的异议不予受理，期满可以责令', 'A late objection is refused, and after the term the recall is ordered'),
    opens: begun('2026-05-18'),
    acts: [
      ...notice,
      served,
      { on: '2026-06-16', step: 'object', by: 'producer', with: { objection: '不认可' }, refused: 'recall.objection-late' },
      { on: '2026-06-16', step: 'order', by: 'head', then: { state: 'planning' } },
    ],
  },
  {
    title: words('异议成立，撤销通知', 'The objection is upheld and the notice revoked'),
    opens: begun('2026-05-18'),
    acts: [...notice, served, { on: '2026-06-03', step: 'object', by: 'producer', with: { objection: '样品并非本厂产品' } }, { on: '2026-06-25', step: 'uphold-objection', by: 'head', with: { conclusion: '样品为假冒', experts: 'Z-01、Z-02' }, then: { state: 'revoked' } }],
  },
  {
    title: words('汽车：异议 15 个工作日，公布 5 个工作日，通知车主 30 个工作日', 'Cars: fifteen working days to object, five to publish, thirty to tell the owners'),
    opens: begun('2026-05-18', { line: 'car', product: '虚构轿车', productClass: 'carParts' }),
    acts: [
      // Inquiry, notice and order are the nation's, or done within its mandate (缺陷汽車條例 5、13、15).
      { on: '2026-05-19', step: 'take-over', by: 'officer', refused: 'recall.no-mandate' },
      { on: '2026-05-19', step: 'deny', by: 'producer', with: { conclusion: '企业认为无缺陷' }, then: { state: 'examining' } },
      { on: '2026-05-29', step: 'notify', by: 'head', with: { conclusion: '温升超过标准限值' }, refused: 'recall.no-mandate' },
      { on: '2026-05-29', step: 'notify', by: 'head', with: { conclusion: '温升超过标准限值', mandate: '虚构委托〔2026〕1号' } },
      ...notice.slice(2),
      { ...served, then: { due: { objection: '2026-06-23' }, rule: { objection: 'car-recall-regulation/15' } } },
      { on: '2026-06-24', step: 'order', by: 'head', then: { fields: { orderedBy: 'car-recall-regulation/15', mandate: '虚构委托〔2026〕1号' } } },
      { on: '2026-06-26', step: 'file-plan', by: 'producer', with: { ...plan, scope: [{ model: 'TD-1', vinFrom: '1M8GDM9AXKP042788', vinTo: '1M8GDM9AXKP042789' }] }, refused: 'recall.wrong-vin' },
      { on: '2026-06-26', step: 'file-plan', by: 'producer', with: { ...plan, scope: [{ model: 'TD-1', vinFrom: '1M8GDM9AXKP042788', vinTo: '11111111111111111' }] }, refused: 'recall.vin-range' },
      { on: '2026-06-26', step: 'file-plan', by: 'producer', with: { ...plan, scope: [{ model: 'TD-1', vinFrom: '11111111111111111', vinTo: '1M8GDM9AXKP042788' }] }, then: { due: { publication: '2026-07-03', owners: '2026-08-07' } } },
      { on: '2026-07-01', step: 'publish', by: 'officer', then: { due: { owners: '2026-08-07' } } },
      { on: '2026-07-06', step: 'file-plan', by: 'producer', with: { ...plan, scope: [{ model: 'TD-1' }] }, then: { state: 'running', due: { owners: '2026-08-07' } } },
      { on: '2026-08-07', step: 'tell-owners', by: 'producer', then: { clocks: { owners: 'met' } } },
    ],
  },
  {
    title: words('食品召回级别调高：自调高之日按更短的期限，原期限仍在，不因此延长；生产者不得自行调低', 'A graver class of a food recall: its shorter term from the day it is given, the first term stands beside it; the maker lightens nothing'),
    opens: begun('2026-05-18', { line: 'food', product: '虚构奶粉', productClass: 'milkPowder' }),
    acts: [
      { on: '2026-05-20', step: 'admit', by: 'producer', with: { known: '2026-05-19', foodClass: 'three' }, then: { clocks: { 'food-start': 'open' } } },
      { on: '2026-05-20', step: 'file-plan', by: 'producer', with: plan },
      { on: '2026-05-21', step: 'publish', by: 'officer', then: { due: { 'food-finish': '2026-07-03' } } },
      // Ten working days from Monday 1 June end on Monday 15 June, long before thirty from the notice.
      { on: '2026-06-01', step: 'file-plan', by: 'producer', with: { ...plan, foodClass: 'one' }, then: { state: 'running', fields: { foodClass: 'one' }, due: { 'food-finish': '2026-07-03', 'food-finish-graver': '2026-06-15' } } },
      { on: '2026-06-02', step: 'file-plan', by: 'producer', with: { ...plan, foodClass: 'two' }, refused: 'recall.class-lightened' },
      { on: '2026-06-15', step: 'finish', by: 'producer', with: { on: '2026-06-15', notified: 90, reached: 80, returned: 50, problems: null }, then: { clocks: { 'food-finish': 'met', 'food-finish-graver': 'met' } } },
    ],
  },
  {
    title: words('生产者自认三级、随即按一级报计划的，计划即为启动，不再另起一个启动期限', 'A maker that admits class three and files its plan by class one has begun with the plan: no second term to begin starts after it'),
    opens: begun('2026-05-18', { line: 'food', product: '虚构奶粉', productClass: 'milkPowder' }),
    acts: [
      { on: '2026-05-20', step: 'admit', by: 'producer', with: { known: '2026-05-19', foodClass: 'three' }, then: { clocks: { 'food-start': 'open' } } },
      { on: '2026-05-20', step: 'file-plan', by: 'producer', with: { ...plan, foodClass: 'one' }, then: { clocks: { 'food-start': 'met' }, fields: { foodClass: 'one' } } },
      { on: '2026-05-22', step: 'publish', by: 'officer', then: { state: 'running', clocks: { 'food-start': 'met' } } },
    ],
  },
  {
    title: words('机关调高食品召回级别：尚未启动的，按更短的期限启动；调低的，不增加时间', 'The authority raises the class: what was not begun begins within the shorter term; lightened, it gives no more time'),
    opens: begun('2026-05-18', { line: 'food', product: '虚构奶粉', productClass: 'milkPowder' }),
    acts: [
      { on: '2026-05-20', step: 'admit', by: 'producer', with: { known: '2026-05-19', foodClass: 'three' }, then: { due: { 'food-start': '2026-05-23' } } },
      { on: '2026-05-20', step: 'regrade', by: 'head', with: { foodClass: 'three', why: '复核' }, refused: 'recall.same-class' },
      { on: '2026-05-20', step: 'regrade', by: 'head', with: { foodClass: 'one', why: '检出致病菌' }, then: { state: 'planning', fields: { foodClass: 'one' }, due: { 'food-start': '2026-05-21' }, clocks: { 'food-start': 'open' } } },
      { on: '2026-05-20', step: 'file-plan', by: 'producer', with: { ...plan, foodClass: 'three' }, refused: 'recall.class-lightened' },
      { on: '2026-05-21', step: 'file-plan', by: 'producer', with: plan, then: { fields: { foodClass: 'one' } } },
      { on: '2026-05-21', step: 'publish', by: 'officer', then: { due: { 'food-finish': '2026-06-04' } } },
      { on: '2026-05-22', step: 'regrade', by: 'head', with: { foodClass: 'two', why: '复检排除致病菌' }, then: { fields: { foodClass: 'two' }, due: { 'food-finish': '2026-06-04' } } },
      // Raised again: twenty working days are gone by then or not, the first term stands.
      { on: '2026-05-25', step: 'regrade', by: 'head', with: { foodClass: 'one', why: '另一批检出' }, then: { due: { 'food-finish': '2026-06-04', 'food-finish-graver': '2026-06-08' } } },
    ],
  },
  {
    title: words('车主只有汽车召回才有；其他产品告知消费者的是公告', 'Only cars have owners to be told; of other products people are told by the announcement'),
    opens: begun('2026-05-18'),
    acts: [
      { on: '2026-05-20', step: 'admit', by: 'producer', with: { known: '2026-05-19' } },
      { on: '2026-05-21', step: 'file-plan', by: 'producer', with: plan },
      { on: '2026-05-21', step: 'tell-owners', by: 'producer', refused: 'recall.not-cars' },
    ],
  },
  {
    title: words('只有食品召回分级', 'Only a food recall has a class'),
    opens: begun('2026-05-18'),
    acts: [
      { on: '2026-05-20', step: 'admit', by: 'producer', with: { known: '2026-05-19' } },
      { on: '2026-05-20', step: 'regrade', by: 'head', with: { foodClass: 'one', why: '误' }, refused: 'recall.not-food' },
    ],
  },
  {
    title: words('食品一级召回：24 小时内启动，公告后 10 个工作日完成', 'Food of class I: begun within 24 hours, finished in ten working days'),
    opens: begun('2026-05-18', { line: 'food', product: '虚构奶粉', productClass: 'milkPowder' }),
    acts: [
      { on: '2026-05-20', step: 'admit', by: 'producer', with: { known: '2026-05-20' }, refused: 'recall.no-food-class' },
      // The two working days and the ten for the plan are of consumer goods alone.
      { on: '2026-05-20', step: 'admit', by: 'producer', with: { known: '2026-05-11', foodClass: 'one' }, then: { state: 'planning', clocks: { 'food-start': 'open' } } },
      { on: '2026-05-20', step: 'file-plan', by: 'producer', with: plan, then: { clocks: { 'food-start': 'met', publication: 'open' }, fields: { foodClass: 'one' }, rule: { publication: 'food-recall-measures' } } },
      { on: '2026-05-21', step: 'publish', by: 'officer', then: { due: { 'food-finish': '2026-06-04' } } },
    ],
  },
  {
    title: words('2016 年消费品：认定缺陷后立即责令，法律没有异议期，不设时钟；须写明理由', 'Consumer goods in 2016: ordered at once, the law giving no term to object and no clock; the reasons are needed'),
    opens: begun('2016-05-18'),
    acts: [
      { on: '2016-05-20', step: 'take-over', by: 'officer' },
      { on: '2016-05-30', step: 'order', by: 'head', refused: 'recall.no-grounds' },
      { on: '2016-05-30', step: 'order', by: 'head', with: { grounds: '温升超过标准限值，可致灼伤' }, then: { state: 'planning', fields: { how: 'ordered', orderedBy: 'consumer-protection-law/33', conclusion: '温升超过标准限值，可致灼伤' }, clocks: {} } },
      { on: '2016-06-06', step: 'file-plan', by: 'producer', with: { ...plan, endsOn: '2016-12-31' }, then: { state: 'filed' } },
    ],
  },
  {
    title: words('2016 年先通知的也可以：未提出异议的随时责令，提出的先作结论', 'In 2016 a notice may come first: ordered at any time unless an objection is open'),
    opens: begun('2016-05-18'),
    acts: [
      { on: '2016-05-20', step: 'take-over', by: 'officer' },
      { on: '2016-05-27', step: 'notify', by: 'head', with: { conclusion: '温升超过标准限值' } },
      { on: '2016-06-01', step: 'object', by: 'producer', with: { objection: '不认可' }, then: { state: 'objected' } },
      { on: '2016-06-02', step: 'order', by: 'head', refused: 'kernel.not-now' },
      { on: '2016-06-08', step: 'reject-objection', by: 'head', with: { conclusion: '论证认为异议不成立', experts: 'Z-01、Z-02' } },
      { on: '2016-06-08', step: 'order', by: 'head', then: { state: 'planning' } },
    ],
  },
  {
    title: words('消费品今天须先通知；责令后拒不召回的移送立案，责令被撤销的召回终止', 'Today consumer goods are told first; a refusal goes to enforcement; a withdrawn order ends the recall'),
    opens: begun('2026-05-18'),
    acts: [
      notice[0]!,
      { on: '2026-05-25', step: 'suspect-breach', by: 'officer', with: { breach: 'uncooperative', facts: '拒绝提供设计和检验资料' }, then: { state: 'examining', fields: { passed: [{ breach: 'uncooperative', on: '2026-05-18' }] } } },
      { on: '2026-05-26', step: 'suspect-breach', by: 'officer', with: { breach: 'uncooperative', facts: '仍拒绝提供' }, refused: 'recall.passed-already' },
      { on: '2026-05-28', step: 'suspect-breach', by: 'officer', with: { breach: 'uncooperative', facts: '第二次责令提供后仍拒绝', breachOn: '2026-05-27' }, then: { state: 'examining' } },
      { on: '2026-05-29', step: 'order', by: 'head', with: { grounds: '温升超过标准限值' }, refused: 'recall.not-told' },
      ...notice.slice(1),
      served,
      { on: '2026-06-16', step: 'order', by: 'head' },
      { on: '2026-07-01', step: 'suspect-breach', by: 'officer', with: { breach: 'refused', facts: '期满未报计划，仍在销售' }, then: { state: 'planning' } },
      // Articles 22 and 23 of the regulation name these too.
      { on: '2026-07-02', step: 'suspect-breach', by: 'officer', with: { breach: 'sellersUntold', facts: '未通报销售者停止销售' }, then: { state: 'planning' } },
      { on: '2026-07-02', step: 'suspect-breach', by: 'officer', with: { breach: 'unrecorded', facts: '没有保存生产和初次购买者记录' }, then: { state: 'planning' } },
      { on: '2026-08-03', step: 'withdraw-order', by: 'head', with: { ground: 'reconsideration', conclusion: '样品为假冒' }, then: { state: 'revoked' } },
    ],
  },
  {
    title: words('食品：未依法召回的，机关直接责令', 'Food: where it is not recalled by law the authority orders it straight away'),
    opens: begun('2026-05-18', { line: 'food', product: '虚构奶粉', productClass: 'milkPowder' }),
    acts: [
      { on: '2026-05-19', step: 'take-over', by: 'officer' },
      { on: '2026-05-20', step: 'notify', by: 'head', with: { conclusion: '检出致病菌' }, refused: 'recall.no-notice-stage' },
      { on: '2026-05-20', step: 'order', by: 'head', with: { grounds: '检出致病菌' }, refused: 'recall.no-food-class' },
      { on: '2026-05-20', step: 'order', by: 'head', with: { grounds: '检出致病菌', foodClass: 'one' }, then: { state: 'planning', fields: { orderedBy: 'food-safety-law/63' }, clocks: { 'food-start': 'open' } } },
      { on: '2026-05-20', step: 'sign-document', by: 'head', with: { document: 'recall-order-direct', how: 'seal' } },
      { on: '2026-05-20', step: 'serve-document', by: 'officer', with: { document: 'recall-order-direct', way: 'direct', outcome: 'served', on: '2026-05-20' }, then: { clocks: { 'food-start': 'open' } } },
    ],
  },
  { title: words('食品不能按消费品召回', 'Food is not recalled as consumer goods'), opens: { ...begun('2026-05-18', { product: '虚构奶粉', productClass: 'milkPowder' }), refused: 'recall.line-against-class' }, acts: [] },
  {
    title: words('异议论证中承认缺陷的，即行召回', 'Who gives in while the objection is examined recalls at once'),
    opens: begun('2026-05-18'),
    acts: [...notice, served, { on: '2026-06-03', step: 'object', by: 'producer', with: { objection: '不认可' } }, { on: '2026-06-10', step: 'admit', by: 'producer', with: { known: '2026-06-10' }, then: { state: 'planning', due: { plan: '2026-06-25' } } }],
  },
  {
    title: words('主动召回公布后查明没有缺陷的，可以终止', 'A voluntary recall that proves to be of no defect after it is public can end'),
    opens: begun('2026-05-18'),
    acts: [
      { on: '2026-05-21', step: 'admit', by: 'producer', with: { known: '2026-05-20' } },
      { on: '2026-05-25', step: 'file-plan', by: 'producer', with: plan },
      { on: '2026-05-27', step: 'publish', by: 'officer' },
      { on: '2026-07-01', step: 'find-none', by: 'head', with: { conclusion: '复现试验表明灯罩没有过热' }, then: { state: 'noDefect', fields: { ended: '2026-07-01' } } },
    ],
  },
  {
    title: words('判决在召回完成后撤销责令的，决定仍然撤销', 'An order that a court sets aside after the recall is done falls all the same'),
    opens: begun('2026-05-18'),
    acts: [
      ...notice,
      served,
      { on: '2026-06-16', step: 'order', by: 'head' },
      { on: '2026-06-20', step: 'file-plan', by: 'producer', with: plan },
      { on: '2026-06-22', step: 'publish', by: 'officer' },
      { on: '2026-09-01', step: 'finish', by: 'producer', with: count('2026-09-01', 990) },
      { on: '2026-09-10', step: 'close', by: 'evaluator', with: { effect: '收回九百九十件' }, then: { state: 'done' } },
      { on: '2026-11-02', step: 'withdraw-order', by: 'head', with: { ground: 'court', conclusion: '判决认定样品为假冒' }, then: { state: 'revoked', fields: { ended: '2026-11-02' } } },
    ],
  },
  { title: words('调查后不构成缺陷', 'No defect is found'), opens: begun('2026-05-18'), acts: [{ on: '2026-06-01', step: 'find-none', by: 'head', with: { conclusion: '个别使用不当' }, then: { state: 'noDefect' } }] },
])
