// The clocks of a sample: telling both, the term of each to object, answers, re-inspection and publication.
import { parameter } from '../../../kernel/deadline.ts'
import { words } from '../../../kernel/words.ts'

/** Fifteen days by the product quality law; food, produce and border goods have terms of their own. */
const objecting = {
  within: parameter('supervision.re-inspection'),
  except: [
    { field: 'line', is: 'food', within: parameter('food.re-inspection') },
    { field: 'line', is: 'produce', within: parameter('agri.re-inspection') },
    { field: 'line', is: 'trade', within: parameter('supervision.trade-re-inspection') },
  ],
  lapse: { propose: 'confirm' },
  again: true,
} as const
const deciding = {
  within: parameter('supervision.decide-objection'),
  except: [{ field: 'line', is: 'food', within: parameter('food.re-inspection.accept') }],
  lapse: 'alarm',
  again: true,
} as const

export const samplingDeadlines = [
  {
    name: 'notice',
    title: words('告知结果期限', 'Tell the result'),
    starts: 'reported',
    metBy: ['tell', 'confirm'],
    within: parameter('supervision.result-notice'),
    lapse: 'alarm',
    again: true,
  },
  {
    name: 'maker-notice',
    title: words('告知标称生产者期限', 'Tell the maker named'),
    starts: { field: 'makerOwed' },
    metBy: ['tell-maker', 'disown'],
    within: parameter('supervision.result-notice'),
    lapse: 'alarm',
    again: true,
  },
  {
    name: 'objection',
    title: words('异议和复检申请期限', 'Object or ask for re-inspection'),
    starts: { served: 'result-notice' },
    metBy: ['object', 'accept-result', 'confirm'],
    ...objecting,
  },
  {
    name: 'maker-objection',
    title: words('标称生产者异议和复检申请期限', 'The maker named objects or asks for re-inspection'),
    starts: { served: 'maker-result-notice' },
    metBy: ['maker-object', 'maker-accept', 'disown', 'confirm'],
    ...objecting,
  },
  {
    name: 'decide-objection',
    title: words('处理异议期限', 'Decide on the objection'),
    starts: { field: 'objectedOn' },
    // A report in another’s place is told anew, and what was said of the old one waits no more.
    metBy: ['reinspect', 'decline-objection', 'disown', 'uphold', 'tell', 'confirm'],
    ...deciding,
  },
  {
    name: 'decide-denial',
    title: words('处理标称生产者否认期限', 'Decide on the denial of the maker'),
    starts: { field: 'deniedOn' },
    metBy: ['disown', 'decline-denial', 'uphold', 'tell', 'confirm'],
    ...deciding,
  },
  {
    name: 'decide-contest',
    title: words('答复对拒绝抽样认定的异议期限', 'Answer the objection to the finding of a refusal'),
    starts: 'contested',
    metBy: ['keep-refusal', 'withdraw-refusal'],
    within: parameter('supervision.decide-objection'),
    lapse: 'alarm',
  },
  {
    name: 're-inspection',
    title: words('复检结论期限', 'Conclude the re-inspection'),
    starts: 'reinspecting',
    metBy: ['take-report'],
    within: parameter('supervision.conclude-re-inspection'),
    except: [{ field: 'line', is: 'food', within: parameter('food.re-inspection.conclude') }],
    lapse: 'alarm',
    again: true,
  },
  {
    name: 'publication',
    title: words('公布结果期限', 'Publish the result'),
    starts: { field: 'confirmed' },
    metBy: ['publish', 'reverse', 'report-withdrawn'],
    within: parameter('supervision.publish'),
    lapse: { propose: 'publish' },
    again: true,
  },
  {
    name: 'return',
    title: words('退还样品期限', 'Return the sample'),
    starts: { field: 'returnFrom' },
    metBy: ['return-sample', 'reverse', 'report-withdrawn'],
    within: parameter('supervision.return-sample'),
    lapse: 'alarm',
    again: true,
  },
] as const
