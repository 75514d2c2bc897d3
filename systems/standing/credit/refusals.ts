// The noes of the credit file, each with the article that it rests on.
import { cite } from '../../../kernel/citation.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

const order = cite('samr-order-44')

export const creditRefusals = refusals('credit', {
  'repair-early': {
    status: 409,
    title: words('未满最短公示期', 'Too early to repair'),
    detail: words('该记录最短公示至 {until}，此前不得修复，否则公示失去意义。', 'The entry is shown at least until {until}; repaired before then, its publication would mean nothing.'),
    remedy: words('期满后履行义务、作出承诺再申请。', 'Apply after that day, with the duties done and the promise made.'),
    basis: cite('ndrc-order-36'),
  },
  'nothing-to-repair': {
    status: 409,
    title: words('这条记录无须修复', 'Nothing to repair'),
    detail: words('基础信息、正面信息和轻微失信信息不适用申请修复；轻微失信信息期满自动停止公示。', 'Basic, good and minor entries are not repaired on application; a minor one ends by itself.'),
    remedy: words('认为有误的，请提出异议。', 'If it is wrong, object to it.'),
    basis: cite('ndrc-order-36'),
  },
  'not-your-entry': {
    status: 409,
    title: words('不是该单位的有效记录', 'Not a standing entry of this body'),
    detail: words('只能对记于本单位名下、未被撤销且未在异议中的记录提出异议。', 'Only an entry that stands under one’s own code, not withdrawn and not yet objected to, can be objected to.'),
    remedy: words('核对记录编号和统一社会信用代码。', 'Check the entry and the credit code.'),
    basis: cite('hebei-credit-regulation'),
  },
  'no-heavy-penalty': {
    status: 409,
    title: words('没有可据以列入的较重处罚', 'No heavier penalty to rest it on'),
    detail: words('列入名单必须以对该单位已经作出的较重行政处罚为依据，没有查到这样的案件。', 'A listing rests on a heavier penalty imposed on this very body; no such case is on file.'),
    remedy: words('核对案件和统一社会信用代码；处罚尚未作出或者失信程度不是严重的，不得列入。', 'Check case and credit code; without a decided penalty of serious degree there is no listing.'),
    basis: cite('samr-order-44', '2'),
  },
  'considered-already': {
    status: 409,
    title: words('这起案件已经审查过', 'This case was considered already'),
    detail: words('同一处罚只审查一次是否列入，已有记录 {number}。', 'One penalty is considered once; it stands in {number}.'),
    remedy: words('在原记录上继续办理。', 'Go on with that record.'),
    basis: order,
  },
  'no-intent': {
    status: 422,
    title: words('没有主观故意的不列入', 'Without intent there is no listing'),
    detail: words('足以证明当事人没有主观故意的，不得列入严重违法失信名单。', 'Where lack of intent is proven, the body is not put on the list.'),
    remedy: words('办理“不列入”并写明理由。', 'Take the step “Do not list” and give the reasons.'),
    basis: cite('samr-order-44', '12'),
  },
  'no-ground': {
    status: 422,
    title: words('没有写明列入领域', 'The field is missing'),
    detail: words('告知书必须写明依据哪一领域的规定列入，否则当事人无从申辩。', 'The notice says on which field of law the listing would rest, or the party cannot answer it.'),
    remedy: words('选择列入领域。', 'Choose the field.'),
    basis: cite('samr-order-44', '5'),
  },
  'not-heard-yet': {
    status: 409,
    title: words('陈述申辩期未满', 'The party may still be heard'),
    detail: words('当事人在 {due} 之前可以陈述、申辩或者要求听证，期满前不得决定列入。', 'Until {due} the party may be heard or ask for a hearing; before then nothing is decided.'),
    remedy: words('告知书送达并期满，或者举行听证，或者当事人已经陈述申辩并书面放弃听证后再决定。', 'Decide after the notice was served and the term is over, after the hearing, or when the party has spoken and waived the hearing in writing.'),
    basis: order,
  },
  'hearing-late': {
    status: 409,
    title: words('听证申请已过期限', 'The hearing is asked for too late'),
    detail: words('拟列入名单的听证申请期限为 {due}，逾期视为放弃。', 'A hearing before the listing could be asked for until {due}; silence counts as a waiver.'),
    remedy: words('决定作出前的书面意见仍可记入陈述申辩；不服决定的，可以复议或者诉讼。', 'What the party writes may still be recorded as its defence; reconsideration and suit remain open.'),
    basis: order,
  },
  'hearing-held': {
    status: 409,
    title: words('听证已经举行', 'The hearing was held'),
    detail: words('同一拟列入事项的听证意见已经记录，不再另行听证。', 'The hearing on this listing is on record; it is not held twice.'),
    remedy: words('补充意见记入陈述申辩。', 'Record what is to be added as a defence.'),
    basis: order,
  },
  'no-consent': {
    status: 422,
    title: words('没有上级同意', 'The superior’s consent is missing'),
    detail: words('市、县级机关决定列入，须先报经上级机关同意。', 'A city or county decides on a listing only with its superior’s consent.'),
    remedy: words('填写上级同意的文号。', 'Give the number of the consent.'),
    basis: order,
  },
  'measure-not-on-list': {
    status: 422,
    title: words('措施不在清单之内', 'The measure is not on the list'),
    detail: words('“{measure}”不在 {day} 施行的措施清单中；没有法律依据的措施不得采取，备忘录不是依据。', '“{measure}” is not on the list in force on {day}; a measure without an article may not be taken, and a memorandum is none.'),
    remedy: words('只选择清单中的措施；确需增加的，先由有权机关修改清单。', 'Choose from the list; whoever needs another has the list changed first.'),
    basis: cite('state-office-2020-49'),
  },
  'not-over': {
    status: 409,
    title: words('公示期未满', 'The term is not over'),
    detail: words('公示期到 {until} 为止，此前不能到期移出。', 'The term runs to {until}; before that nobody is removed for its end.'),
    remedy: words('符合条件的，由当事人申请提前移出。', 'The party may ask for early removal.'),
    basis: order,
  },
  'term-was-over': {
    status: 409,
    title: words('公示期已满', 'Its term was over'),
    detail: words('该列入的公示期到 {until} 为止，期满后没有可以恢复的列入。', 'The listing ran to {until}; after that there is none to restore.'),
    remedy: words('有新的较重行政处罚的，另行审查列入。', 'Where there is a new heavier penalty, consider a listing on it.'),
    basis: order,
  },
  'shown-still': {
    status: 409,
    title: words('公示期未满', 'The term of publication is not over'),
    detail: words('该记录公示到 {until} 为止，期满自动停止公示；此前停止的，只能依修复或者撤销。', 'The entry is shown until {until} and then ends by itself; before that only repair or withdrawal ends it.'),
    remedy: words('符合条件的由当事人申请修复；记录有误的予以撤销。', 'The party may apply for repair; what is wrong is withdrawn.'),
    basis: cite('penalty-publication-rules', '13'),
  },
  'other-entry': {
    status: 422,
    title: words('不是该单位的有效记录', 'Not a standing entry of this body'),
    detail: words('措施所依据的信用记录不在该单位名下，或者已经撤销、修复、到期。', 'The entry on which the measure would rest is not of this body, or was withdrawn, repaired, or has ended.'),
    remedy: words('核对信用记录和统一社会信用代码。', 'Check the entry and the credit code.'),
    basis: cite('state-office-2020-49'),
  },
  'not-the-rater': {
    status: 403,
    title: words('不是以本机构名义', 'Not in your own name'),
    detail: words('评级只能由出具它的评级机构报备和撤回。', 'A rating is filed and withdrawn by the rater that gave it, and by no other.'),
    remedy: words('以本机构的统一社会信用代码报备；对他人的评级有异议的，向信用管理机关提出。', 'File under your own credit code; an objection to somebody else’s rating goes to the credit authority.'),
    basis: cite('credit-bureau-regulation'),
  },
  'rates-itself': {
    status: 422,
    title: words('不能给自己评级', 'Nobody rates itself'),
    detail: words('评级机构与被评单位是同一单位，不构成第三方评级。', 'Rater and rated are one body; that is no rating by a third party.'),
    remedy: words('核对两个统一社会信用代码。', 'Check both credit codes.'),
    basis: cite('credit-bureau-regulation'),
  },
  'ends-before-it-begins': {
    status: 422,
    title: words('有效期早于评级日期', 'It would end before it begins'),
    detail: words('有效期的最后一日早于评级日期。', 'The last day lies before the day of the rating.'),
    remedy: words('核对两个日期。', 'Check both days.'),
    basis: cite('credit-bureau-regulation'),
  },
})
