// The noes of the register of permits and certificates, and of what was shown against it.
import { words } from '../../../kernel/words.ts'
import { no } from './refusing.ts'
import { certification, eCommerce, order, quality } from './rules.ts'

const wrong = no(422, order)

export const permitNoes = {
  'permit-ends-first': wrong(
    words('日期早于生效日期', 'A day lies before the first day of validity'),
    words('证照自 {from} 生效，填的日期为 {to}，无法判断某日是否有效。', 'It is valid from {from} and the day given is {to}: nobody could say whether it was valid on a day.'),
    words('按证书核对生效、截止和状态变化的日期。', 'Check the days of validity and of the change on the certificate.'),
  ),
  'since-when': wrong(
    words('没有写明自何日起', 'It is not said since when'),
    words('状态不是“有效”的，须写明自何日起，否则无法判断检查当日的状态。', 'What is not valid has a day since which it is not, or nobody could say how it stood at a visit.'),
    words('填写该状态开始的日期。', 'Give the day on which that state began.'),
  ),
  'before-the-last': wrong(
    words('早于上一次状态变化', 'It lies before the last change'),
    words('上一次变化为 {on}；倒插的变化会改写已经据以检查的状态。', 'The last change is of {on}; one put in before it would rewrite what visits have relied on.'),
    words('核对日期；上一次登记有误的，先撤回它，再按查明的日期登记。', 'Check the day; where the last entry was wrong, take it back first and then enter what was found with its day.'),
  ),
  'nothing-to-take-back': wrong(
    words('没有可以撤回的状态变化', 'There is no change to take back'),
    words('台账中只有生效这一条；撤回后就没有这张证照的状态了。', 'Only the line of its first day stands; without it the permit would have no state at all.'),
    words('生效日期有误的办理“更正登记”；没有这张证照的，由负责人剔除。', 'Correct the entry where the first day is wrong; where there is no such permit, the head strikes it out.'),
  ),
  'register-differs': no(422, quality('18'))(
    words('与证照台账不一致', 'The register says otherwise'),
    words('{kind} {permit} 在检查当日按台账为“{registered}”，记录却填“有效”；据此放过，无效证照会继续使用。', '{kind} {permit} was “{registered}” by the register on the day of the visit and is ticked as valid; let pass, a permit that does not hold stays in use.'),
    words('按实际情况填写核对结果；台账有误或者尚未更新的，在该行“说明”中写明看到的证明。', 'Tick what is the case; where the register is wrong or behind, say in the note of that line what you were shown.'),
  ),
  'no-issuer': no(422, certification('26'))(
    words('没有写明收函单位', 'The letter has no addressee'),
    words('证照台账中没有这个编号，收函单位无从得知。', 'The register does not know that number, so that nobody knows to whom the letter goes.'),
    words('查明发证机构后填写；查无此证的，办理“不发函”。', 'Find out who issued it and give the name; where there is no such certificate, send none.'),
  ),
  'no-platform': no(422, eCommerce('38'))(
    words('没有写明收函的平台', 'The letter names no platform'),
    words('抽样单没有写明平台名称；不知道发给谁，平台内的不合格商品会继续销售。', 'The sheet does not say which platform it was; with nobody to send it to, the goods that failed stay on sale there.'),
    words('按店铺或者商品网址查明平台经营者，填写其名称后发函；商品不在平台上销售的，办理“不发函”。', 'Find out by the address of the shop or goods who runs the platform and give its name; where the goods are on no platform, send none.'),
  ),
  'issuer-registered': no(422, certification('26'))(
    words('收函单位与证照台账不一致', 'The register names another issuer'),
    words('该证照由{issuer}颁发；函告发错对象，应当处理的机构就不知道。', 'It was issued by {issuer}; sent to another, whoever must act would not hear of it.'),
    words('不填收函单位，按台账发函；台账有误的，先更正台账，再登记新的函告。', 'Leave the addressee out and the letter goes by the register; where that is wrong, correct it first and enter a letter anew.'),
  ),
} as const
