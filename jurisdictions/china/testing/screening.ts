// Screening of test results as dated data: from how many values a test speaks, and how improbable a pattern must be to be asked about.
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'

export const resultScreening = {
  name: 'testing.screening',
  title: words('检测数据异常筛查参数', 'Settings of the screening of test results'),
  kind: 'table',
  versions: [
    {
      from: '2016-01-01',
      basis: cite('iso-iec-17025-2017', '7.7'),
      mark: 'D',
      note: words('方法已发表，界限由本平台选定，不是法定；筛查只提出核查，不作结论', 'The tests are published, the bounds are ours and not law; screening asks and never concludes'),
      value: { below: 0.001, leastDigits: 100, leastFirstDigits: 100, decades: 2, leastRepeats: 20, leastAlike: 5, leastSpread: 10 },
    },
  ],
} as const satisfies ParameterData

export const methodHours = {
  name: 'testing.method-hours',
  title: words('检测方法最少用时（小时）', 'Least hours that a method takes'),
  kind: 'table',
  versions: [
    {
      from: '2016-01-01',
      basis: cite('iso-iec-17025-2017', '7.7'),
      mark: 'U',
      note: words(
        '标准文本未读：培养 48 h ± 2 h、释放 24 h、最短龄期 24 h，取各方法最短的；没有列出的方法不作判断',
        'The standards were not read: incubation of 48 h ± 2 h, release of 24 h, the shortest age of 24 h; of each method the shortest. A method that is not listed is not judged',
      ),
      value: { 'GB 4789.2': 46, 'GB 18584': 24, 'GB/T 17671': 24 },
    },
  ],
} as const satisfies ParameterData
