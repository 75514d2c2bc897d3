// The register of reports of a breach (舉報): the reporter may be anonymous, is kept secret, and may be rewarded (處理辦法 28–37).
import { amount, area, choice, day, files, office, party, text, yes } from '../../../kernel/kinds.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { rewardLevels } from './reward.ts'

/** Who the reporter is, is told to the keepers of reports and to nobody else; each reading is noted. */
export const keepers = ['reportClerk', 'head'] as const
const secret = { personal: true, shownTo: keepers } as const

export const settings = {
  place: words('违法行为发生地', 'Where the breach happened'),
  platformOperator: words('平台经营者或自建网站', 'A platform or a trader’s own site'),
  inPlatform: words('平台内经营者', 'A trader on a platform'),
  advertising: words('大众传播媒介广告', 'Advertising in the media'),
} as const

export const report = register('report', {
  title: words('违法行为举报', 'Reports of a breach'),
  number: 'JB{area}{year}{seq}',
  headline: 'traderName',
  placedBy: 'place',
  readBy: ['supervisor'],
  listed: ['received', 'traderName', 'setting', 'place'],
  fields: {
    received: day(words('收到日期', 'Received on'), { fixed: true }),
    anonymous: yes(words('匿名', 'Anonymous')),
    reporter: text(words('举报人', 'Reporter'), { ...secret, optional: true, length: 60 }),
    contact: text(words('联系方式', 'How to reach the reporter'), { ...secret, optional: true }),
    insider: yes(words('内部知情人', 'Works inside'), { optional: true, shownTo: keepers }),
    traderName: text(words('被举报人名称', 'Name of the trader'), { searched: true }),
    trader: party(words('统一社会信用代码', 'Credit code'), { optional: true }),
    setting: choice(words('违法情形', 'Kind of place'), settings, { optional: true }),
    place: area(words('管辖地', 'Area in charge'), {
      hint: words('发生地；平台填其住所地；广告填发布者所在地', 'Where it happened; a platform’s domicile; the publisher’s place for advertising'),
    }),
    handling: office(words('承办机关', 'Office in charge'), { optional: true }),
    breach: text(words('违法线索', 'Clue of the breach'), { ...secret, length: 3000 }),
    evidence: files(words('证据', 'Evidence'), { ...secret, optional: true }),
    complaint: text(words('关联投诉', 'Complaint it belongs to'), { optional: true, length: 40 }),
    decision: choice(
      words('核查结论', 'Decision'),
      { filed: words('立案', 'Case opened'), notFiled: words('不予立案', 'No case'), passedOn: words('移送', 'Passed on') },
      { optional: true },
    ),
    toTell: day(words('须告知举报人，自', 'Reporter to be told since'), { optional: true, shownTo: keepers }),
    other: text(words('并入或重复的举报', 'Merged into, or repeats'), { optional: true, length: 40 }),
    rewardLevel: choice(words('奖励等级', 'Level of reward'), rewardLevels, { optional: true, shownTo: keepers }),
    fine: amount(words('罚没款', 'Fine'), { optional: true, minimum: '0', unit: '元', shownTo: keepers }),
    reward: amount(words('奖励金额', 'Reward'), { optional: true, minimum: '0', unit: '元', shownTo: keepers }),
    rewardTold: day(words('奖励告知日期', 'Told of the reward on'), { optional: true, shownTo: keepers }),
    rewardPaid: day(words('奖励发放日期', 'Reward paid on'), { optional: true, shownTo: keepers }),
    followCode: text(words('查询码', 'Follow-up code'), { optional: true, length: 80, personal: true, shownTo: ['reportClerk'] }),
  },
})
