// Early warning as dated data: how far each method looks, where it draws its line, what is called a signal, and the risk matrix.
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'

const ours = words('方法已发表，参数由本平台选定，不是法定', 'The method is published; the settings are chosen by this platform and are not law')
const basis = cite('gb-t-39012-2020')

export const farringtonRules = {
  name: 'risk.farrington',
  title: words('同期比较预警参数（改进 Farrington 法）', 'Settings of the improved Farrington method'),
  kind: 'table',
  versions: [
    {
      from: '2016-01-01', basis, mark: 'D', note: ours,
      value: {
        years: 5, halfWindow: 3, alpha: 0.01, twoSided: false, downweightAbove: 2.58, trendBelow: 1, seasons: 10, leaveOut: 26,
        line: 'negative-binomial', errors: 'pearson', least: { cases: 5, weeks: 4 },
      },
    },
  ],
} as const satisfies ParameterData

export const earsRules = {
  name: 'risk.ears',
  title: words('短基线预警参数（EARS）', 'Settings of EARS'),
  kind: 'table',
  versions: [
    {
      from: '2016-01-01', basis, mark: 'D', note: ours,
      value: { baseline: 7, deviations: 3, gap: 2, summed: 3, sumAbove: 2, leastDeviation: 0 },
    },
  ],
} as const satisfies ParameterData

export const chartRules = {
  name: 'risk.charts',
  title: words('控制图参数', 'Settings of control charts'),
  kind: 'table',
  versions: [
    {
      from: '2016-01-01', basis, mark: 'D', note: ours,
      value: { sigmas: 3, cusum: { k: 0.5, h: 5 }, ewma: { lambda: 0.2, width: 2.962 } },
    },
  ],
} as const satisfies ParameterData

export const signalRules = {
  name: 'risk.disproportionality',
  title: words('比例失衡信号标准', 'Criteria of disproportionate reporting'),
  kind: 'table',
  versions: [
    {
      from: '2016-01-01', basis, mark: 'D', note: ours,
      value: { leastReports: 3, prr: 2, chiSquare: 4, rorLowAbove: 1, icLowAbove: 0, eb05: 2 },
    },
  ],
} as const satisfies ParameterData

export const ratioPrior = {
  name: 'risk.ratio-prior',
  title: words('比例失衡的先验分布（EBGM）', 'Prior of reporting ratios (EBGM)'),
  kind: 'table',
  versions: [
    {
      from: '2016-01-01', basis, mark: 'D',
      note: words(
        '组合和报告足够时由本省信号估计；不足时用已发表的食品投诉实例（openEBGM 的 caers）的估计值。界限由本平台选定，不是法定',
        'Estimated from the signals of the province where there are enough of them; else the estimate published for an example of food complaints (caers, in openEBGM). The limits are chosen by this platform and are not law',
      ),
      value: {
        least: { pairs: 50, reports: 300 },
        fixed: { shape1: 3.25379356, rate1: 0.39988854, shape2: 2.02612692, rate2: 1.9080797, share1: 0.06534557 },
      },
    },
  ],
} as const satisfies ParameterData

export const riskMatrix = {
  name: 'risk.matrix',
  title: words('风险等级矩阵', 'Risk matrix'),
  kind: 'table',
  versions: [
    {
      from: '2016-01-01',
      basis: cite('eu-decision-2010-15'),
      mark: 'U',
      note: words(
        '国内标准的矩阵未见到，暂用欧盟指南的矩阵，未与公报核对；颜色按红橙黄蓝对应，待核实',
        'No matrix of a Chinese standard was found: that of the EU guidelines stands in, not compared with the Official Journal; colours are to be verified',
      ),
      value: {
        levels: [
          { level: 'serious', title: words('严重', 'Serious'), warning: words('红色预警', 'Red warning'), colour: '#c0392b' },
          { level: 'high', title: words('高', 'High'), warning: words('橙色预警', 'Orange warning'), colour: '#d35400' },
          { level: 'medium', title: words('中', 'Medium'), warning: words('黄色预警', 'Yellow warning'), colour: '#b7950b' },
          { level: 'low', title: words('低', 'Low'), warning: words('蓝色预警', 'Blue warning'), colour: '#2e6da4' },
        ],
        severities: [words('微弱', 'Slight'), words('一般', 'Moderate'), words('严重', 'Severe'), words('非常严重', 'Very severe')],
        rows: [
          { above: '1/2', levels: ['high', 'serious', 'serious', 'serious'] },
          { above: '1/10', levels: ['medium', 'serious', 'serious', 'serious'] },
          { above: '1/100', levels: ['medium', 'serious', 'serious', 'serious'] },
          { above: '1/1000', levels: ['low', 'high', 'serious', 'serious'] },
          { above: '1/10000', levels: ['low', 'medium', 'high', 'serious'] },
          { above: '1/100000', levels: ['low', 'low', 'medium', 'high'] },
          { above: '1/1000000', levels: ['low', 'low', 'low', 'medium'] },
          { above: null, levels: ['low', 'low', 'low', 'low'] },
        ],
      },
    },
  ],
} as const satisfies ParameterData
