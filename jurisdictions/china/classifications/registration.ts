// What the first two characters of a unified social credit code say: who registered the body, and of which kind it is.
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'

const other = words('其他', 'Other')

/** By the first character; within it by the second. */
const value = {
  '1': {
    title: words('机构编制', 'Public-sector establishment'),
    kinds: {
      '1': words('机关', 'State organ'),
      '2': words('事业单位', 'Public institution'),
      '3': words('编办直接管理机构编制的群众团体', 'Mass organisation on the state establishment'),
      '9': other,
    },
  },
  '2': { title: words('外交', 'Foreign affairs'), kinds: { '1': words('外国常驻新闻机构', 'Resident foreign news agency'), '9': other } },
  '3': {
    title: words('司法行政', 'Justice'),
    kinds: {
      '1': words('律师执业机构', 'Law firm'),
      '2': words('公证处', 'Notary office'),
      '3': words('基层法律服务所', 'Grass-roots legal service'),
      '4': words('司法鉴定机构', 'Forensic body'),
      '5': words('仲裁委员会', 'Arbitration commission'),
      '9': other,
    },
  },
  '4': { title: words('文化', 'Culture'), kinds: { '1': words('外国在华文化中心', 'Foreign cultural centre'), '9': other } },
  '5': {
    title: words('民政', 'Civil affairs'),
    kinds: {
      '1': words('社会团体', 'Association'),
      '2': words('民办非企业单位', 'Private non-enterprise unit'),
      '3': words('基金会', 'Foundation'),
      '9': other,
    },
  },
  '6': {
    title: words('旅游', 'Tourism'),
    kinds: {
      '1': words('外国旅游部门常驻代表机构', 'Foreign tourism office'),
      '2': words('港澳台旅游部门常驻代表机构', 'Tourism office of Hong Kong, Macao or Taiwan'),
      '9': other,
    },
  },
  '7': {
    title: words('宗教', 'Religious affairs'),
    kinds: { '1': words('宗教活动场所', 'Place of worship'), '2': words('宗教院校', 'Religious school'), '9': other },
  },
  '8': { title: words('工会', 'Trade unions'), kinds: { '1': words('基层工会', 'Grass-roots union'), '9': other } },
  '9': {
    title: words('市场监管（原工商）', 'Market regulation (formerly industry and commerce)'),
    kinds: {
      '1': words('企业', 'Enterprise'),
      '2': words('个体工商户', 'Sole trader'),
      '3': words('农民专业合作社', 'Farmers’ cooperative'),
    },
  },
  A: { title: words('军队编制', 'Military establishment'), kinds: { '1': words('军队事业单位', 'Military institution'), '9': other } },
  N: {
    title: words('农业农村', 'Agriculture'),
    kinds: {
      '1': words('组级集体经济组织', 'Collective of a villagers’ group'),
      '2': words('村级集体经济组织', 'Village collective'),
      '3': words('乡镇级集体经济组织', 'Township collective'),
      '9': other,
    },
  },
  Y: { title: other, kinds: { '1': other } },
} as const

export const registration: ParameterData = {
  name: 'parties.registration',
  title: words('登记管理部门和机构类别代码', 'Registering departments and kinds of body'),
  kind: 'table',
  versions: [{ from: '2015-10-01', value, basis: cite('gb-32100-2015'), mark: 'W' }],
}
