// The noes of targets.
import { cite } from '../../../kernel/citation.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

export const targetRefusals = refusals('targets', {
  'base-after-goal': {
    status: 422,
    title: words('基期年晚于目标年', 'The base lies after the goal'),
    detail: words(
      '基期 {base} 年不早于目标 {goal} 年，无法画出路径。',
      'The base year {base} is not before the goal {goal}; there is no path between them.',
    ),
    remedy: words('请核对两个年份。', 'Check the two years.'),
    basis: cite('hebei-2016-33', '1.2'),
  },
  'no-baseline': {
    status: 422,
    title: words('缺少基期值', 'No baseline'),
    detail: words(
      '有起点的目标须写明基期值，否则进度无从判断。',
      'A target with a path needs its baseline; without it progress cannot be judged.',
    ),
    remedy: words(
      '请填写文件载明的基期值；没有的，注明口径不一致。',
      'Give the baseline that the document states; if there is none, say that the frame differs.',
    ),
    basis: cite('hebei-2016-33', '1.2'),
  },
})
