// The kernel's own refusals: the dozen noes that every system can give.
import { refusals } from './refusal.ts'
import { cite } from './citation.ts'
import { words } from './words.ts'

export const kernelRefusals = refusals('kernel', {
  'not-found': {
    status: 404, title: words('没有找到', 'Not found'),
    detail: words('没有这条记录，或者它不在您的职责范围之内。', 'There is no such record, or it lies outside your duties.'),
    remedy: words('请核对编号；如属其他机关管辖，请向该机关查询。', 'Check the number; if another authority is in charge, ask there.'),
  },
  'not-signed-in': {
    status: 401, title: words('需要登录', 'Sign in first'),
    detail: words('这一步要由有职责的人办理。', 'This step is for a person who holds the duty.'),
    remedy: words('请登录后再办。', 'Sign in and try again.'),
  },
  'not-yours': {
    status: 403, title: words('不在职责之内', 'Not your duty'),
    detail: words('“{step}”须由{duties}办理，您当前没有这项职责，或者记录在您的管辖范围之外。', '“{step}” is taken by {duties}; you do not hold that duty, or the record lies outside your reach.'),
    remedy: words('请转交有职责的人员办理。', 'Hand it to somebody who holds the duty.'),
  },
  'two-persons': {
    status: 403, title: words('须由另一人办理', 'Another person must do this'),
    detail: words('“{step}”不得由办理过“{earlier}”的同一人办理。', '“{step}” may not be taken by the person who took “{earlier}”.'),
    remedy: words('请由另一名有职责的人员办理。', 'Let another holder of the duty take it.'),
  },
  'not-now': {
    status: 409, title: words('现在不能办理', 'Not possible now'),
    detail: words('记录处于“{state}”，不能办理“{step}”。', 'The record is “{state}”; “{step}” is not possible from there.'),
    remedy: words('现在可以办理：{possible}。', 'Possible now: {possible}.'),
  },
  invalid: {
    status: 422, title: words('填写有误', 'Some answers cannot be taken'),
    detail: words('有 {count} 处需要改正，均已标出；没有任何内容被保存。', '{count} answers need mending, all are marked; nothing was saved.'),
    remedy: words('请逐项改正后重新提交。', 'Mend each and send again.'),
  },
  conflict: {
    status: 412, title: words('记录已被他人更新', 'Somebody was faster'),
    detail: words(
      '您看到的是第 {seen} 版，现在已是第 {current} 版；为免覆盖他人的办理，没有保存。',
      'You saw version {seen}, it is now {current}; nothing was saved, so that nobody’s work is overwritten.',
    ),
    remedy: words('请刷新后查看变化，再决定是否继续。', 'Reload, look at what changed, then decide.'),
  },
  'version-needed': {
    status: 428, title: words('缺少版本', 'Say which version you saw'),
    detail: words('办理步骤须说明所依据的版本（If-Match）。', 'A step says on which version it rests (If-Match).'),
    remedy: words('先读取记录，再带上它的版本提交。', 'Read the record, then send its version along.'),
  },
  'key-reused': {
    status: 409, title: words('同一请求标识，内容不同', 'The same key with other contents'),
    detail: words(
      '这个请求标识已用于另一内容的办理；没有再次办理。',
      'This idempotency key was already used for other contents; nothing was done again.',
    ),
    remedy: words('新的办理请使用新的标识。', 'Use a new key for a new act.'),
  },
  known: {
    status: 409, title: words('已有相同记录', 'Already on record'),
    detail: words(
      '已有一条记录的“{fields}”与此相同；同一事物只登记一次。',
      'A record with the same {fields} is there already; one thing is entered once.',
    ),
    remedy: words('请在原记录上办理。', 'Work on the record that is there.'),
  },
  future: {
    status: 422, title: words('日期在将来', 'A date in the future'),
    detail: words(
      '办理时间 {occurred} 晚于现在，法律效力不能发生在将来。',
      'The act is dated {occurred}, which lies ahead; its legal effect cannot be in the future.',
    ),
    remedy: words('请核对日期。', 'Check the date.'),
  },
  backdated: {
    status: 422, title: words('补记须说明理由', 'Dating back needs a reason'),
    detail: words(
      '办理时间 {occurred} 早于允许补记的期限，且未说明理由。',
      'The act is dated {occurred}, earlier than may be entered without saying why.',
    ),
    remedy: words('请填写补记理由，由有补记职责的人员提交。', 'Give the reason; a holder of the duty to date back may send it.'),
  },
  'before-last': {
    status: 422, title: words('早于上一步', 'Earlier than the step before'),
    detail: words('办理时间 {occurred} 早于上一步的时间 {last}。', 'The act is dated {occurred}, earlier than the step before it, {last}.'),
    remedy: words('请核对日期；确有错误的，先更正上一步。', 'Check the date; if the step before is wrong, correct that first.'),
  },
  'no-rule': {
    status: 422, title: words('当日没有有效规定', 'No rule in force that day'),
    detail: words(
      '{day} 没有已录入的有效规定“{parameter}”，系统不代为猜测。',
      'No value of “{parameter}” in force on {day} is on record; the platform does not guess.',
    ),
    remedy: words('请管理员录入该日有效的规定及其出处。', 'Ask an administrator to enter the rule in force that day with its source.'),
  },
  'too-late': {
    status: 422, title: words('已过期限', 'The time has run out'),
    detail: words('“{deadline}”已于 {due} 届满，届满后不得延长。', '“{deadline}” ran out on {due}; it cannot be extended after that.'),
    remedy: words('请按逾期处理并说明原因。', 'Treat it as overdue and say why.'),
    basis: cite('penalty-procedure', '18'),
  },
  'no-clock': {
    status: 409, title: words('没有在计时的期限', 'No such clock runs'),
    detail: words('“{deadline}”没有在计时，无从延长。', '“{deadline}” does not run, so there is nothing to extend.'),
    remedy: words('请核对记录的期限。', 'Look at the clocks of the record.'),
  },
  'extended-already': {
    status: 409, title: words('已延长过', 'Extended already'),
    detail: words('“{deadline}”最多延长 {times} 次，已经用完。', '“{deadline}” may be extended {times} times, and was.'),
    remedy: words('请在期限内办结；逾期的写明原因。', 'Finish within the term; if it runs out, say why.'),
    basis: cite('penalty-procedure', '18'),
  },
  'no-document': {
    status: 404, title: words('没有这份文书', 'No such document'),
    detail: words('本记录没有文号为“{number}”的文书。', 'The record has no document with the number “{number}”.'),
    remedy: words('请从经过中抄录文号。', 'Copy the number from the history.'),
  },
  'document-void': {
    status: 409, title: words('文书已作废', 'The document is void'),
    detail: words('“{number}”已经作废，不再签署或者送达；文号不再使用。', '“{number}” is void; it is not signed or served any more, and its number not used again.'),
    remedy: words('请在重新作出的文书上办理。', 'Work on the document that took its place.'),
  },
  'document-superseded': {
    status: 409, title: words('已有新的文书', 'Another took its place'),
    detail: words('“{number}”之后又作出了“{later}”，只有最后一份算数，送达先前的不起算期限。', '“{later}” was issued after “{number}”; only the last one counts, and serving the one before starts no term.'),
    remedy: words('请送达“{later}”；先前的可以作废，写明仍被收到的日期。', 'Serve “{later}”; the one before may be made void, saying when it was received all the same.'),
  },
  'not-to-sign': {
    status: 409, title: words('不须由您再签', 'Not yours to sign'),
    detail: words('“{number}”不由您的职责签署，或者已经签过。', '“{number}” is not signed by your duty, or it was already.'),
    remedy: words('请由尚未签署的一方签署。', 'Let the side sign that has not.'),
  },
  'served-already': {
    status: 409, title: words('已经送达', 'Served already'),
    detail: words('“{number}”已于 {served} 送达，期限自该日起算。', '“{number}” was served on {served}; the clock runs from that day.'),
    remedy: words('送达记录有误的，作废文书后重新送达。', 'If the record of service is wrong, void the document and serve it anew.'),
    basis: cite('penalty-procedure', '81'),
  },
  'no-such-way': {
    status: 422, title: words('不能这样送达', 'Not served in this way'),
    detail: words('“{number}”不得以“{way}”的方式送达。', '“{number}” is not served in the way “{way}”.'),
    remedy: words('请选择该文书允许的送达方式。', 'Choose a way that the document allows.'),
    basis: cite('penalty-procedure', '81'),
  },
  'no-consent-to-electronic': {
    status: 422, title: words('电子送达须经同意', 'Electronic service needs consent'),
    detail: words('“{number}”没有受送达人签字的同意，电子送达不发生效力。', 'Without the signed consent of the receiver, serving “{number}” electronically has no effect.'),
    remedy: words('请填写同意电子送达确认书，或者改用其他方式。', 'Give the number of the consent, or serve it in another way.'),
    basis: cite('penalty-procedure', '82'),
  },
  'left-without-record': {
    status: 422, title: words('留置送达须有记录', 'Leaving a paper behind needs a record'),
    detail: words('“{number}”留置送达没有见证人或者音像记录，事后无法证明。', 'Leaving “{number}” behind without a witness or a recording cannot be proved.'),
    remedy: words('请写明见证人或者音像记录的编号。', 'Name the witness or the recording.'),
    basis: cite('penalty-procedure', '81'),
  },
  'served-before-issued': {
    status: 422, title: words('送达早于制作', 'Served before it was issued'),
    detail: words('“{number}”于 {issued} 作出，不能更早送达。', '“{number}” was issued on {issued} and cannot have been served before.'),
    remedy: words('请核对送达日期。', 'Check the day of service.'),
  },
  gone: {
    status: 410, title: words('不再公开', 'No longer public'),
    detail: words('该内容的公示期已满，或已依法撤回。', 'The term of publication has ended, or it was withdrawn by law.'),
    remedy: words('可按公示时的编号向公示机关查询。', 'Ask the publishing authority with the number it was published under.'),
  },
})
