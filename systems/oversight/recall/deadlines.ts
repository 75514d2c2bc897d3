// The clocks of a recall: each line by its own rules; where a line has no term no clock runs.
import { parameter } from '../../../kernel/deadline.ts'
import { words } from '../../../kernel/words.ts'

export const recallDeadlines = [
  { name: 'admission', title: words('报告缺陷期限', 'Report the defect'), starts: { field: 'reportFrom' }, metBy: ['admit'], within: parameter('recall.defect-report'), lapse: 'alarm' },
  {
    name: 'objection',
    title: words('异议期限', 'Object to the notice'),
    starts: { served: 'recall-notice' },
    metBy: ['object', 'admit', 'order'],
    within: parameter('recall.objection-goods'),
    except: [{ field: 'line', is: 'car', within: parameter('recall.objection-cars') }],
    lapse: { propose: 'order' },
  },
  {
    name: 'plan',
    title: words('报送召回计划期限', 'File the plan'),
    starts: { field: 'planFrom' },
    metBy: ['file-plan'],
    within: parameter('recall.plan-voluntary'),
    except: [{ field: 'line', is: 'car', within: parameter('recall.plan-cars') }],
    lapse: 'alarm',
  },
  {
    // From the receipt of the order; a plan that was filed before its receipt is entered is met with the notice.
    name: 'plan-ordered',
    title: words('责令召回后报送召回计划期限', 'File the plan after an order'),
    starts: { served: 'recall-order' },
    metBy: ['file-plan', 'publish'],
    within: parameter('recall.plan-ordered'),
    except: [{ field: 'line', is: 'car', within: parameter('recall.plan-cars') }],
    lapse: 'alarm',
  },
  {
    name: 'publication',
    title: words('公布召回信息期限', 'Publish the recall'),
    starts: 'filed',
    metBy: ['publish'],
    within: parameter('recall.publish-goods'),
    except: [
      { field: 'line', is: 'car', within: parameter('recall.publish-cars') },
      { field: 'line', is: 'food', within: parameter('recall.publish-food') },
      { field: 'line', is: 'equipment', within: parameter('recall.publish-equipment') },
    ],
    lapse: 'alarm',
  },
  { name: 'owners', title: words('通知车主期限', 'Tell the owners'), starts: { field: 'ownersFrom' }, metBy: ['tell-owners'], within: parameter('recall.notify-owners'), lapse: 'alarm' },
  {
    name: 'food-start',
    title: words('启动食品召回期限', 'Begin the food recall'),
    starts: { field: 'foodFrom' },
    metBy: ['file-plan', 'publish'],
    within: parameter('recall.food-start-3'),
    except: [
      { field: 'foodClass', is: 'one', within: parameter('recall.food-start-1') },
      { field: 'foodClass', is: 'two', within: parameter('recall.food-start-2') },
    ],
    // A graver class given before the plan: the shorter term, where it ends sooner.
    again: 'renewed',
    lapse: 'alarm',
  },
  {
    name: 'food-finish',
    title: words('完成食品召回期限', 'Finish the food recall'),
    starts: { field: 'foodNotice' },
    metBy: ['finish'],
    within: parameter('recall.food-finish-3'),
    except: [
      { field: 'foodClass', is: 'one', within: parameter('recall.food-finish-1') },
      { field: 'foodClass', is: 'two', within: parameter('recall.food-finish-2') },
    ],
    lapse: 'alarm',
  },
  {
    // Beside the first term, which no class lengthens.
    name: 'food-finish-graver',
    title: words('级别调高后完成食品召回期限', 'Finish the food recall by its graver class'),
    starts: { field: 'foodGraver' },
    metBy: ['finish'],
    within: parameter('recall.food-finish-2'),
    except: [{ field: 'foodClass', is: 'one', within: parameter('recall.food-finish-1') }],
    again: 'renewed',
    lapse: 'alarm',
  },
  {
    name: 'stage-report',
    title: words('阶段报告周期', 'Report progress'),
    starts: { field: 'reported' },
    metBy: ['report', 'finish'],
    // Once its end is reported nothing more is to be reported, unless more is ordered to be done.
    pausedIn: ['evaluating'],
    within: parameter('recall.stage-report'),
    again: true,
    lapse: 'alarm',
  },
  // A plan that is filed anew with another end, and more that is ordered, is reported by the end that then stands.
  { name: 'final-report', title: words('总结报告期限', 'Report the end'), starts: { field: 'endsOn' }, metBy: ['finish'], within: parameter('recall.final-report'), again: 'renewed', lapse: 'alarm' },
] as const
