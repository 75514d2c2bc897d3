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
      value: { below: 0.001, leastDigits: 100, leastFirstDigits: 100, decades: 2, leastRepeats: 20, leastAlike: 5 },
    },
  ],
} as const satisfies ParameterData
