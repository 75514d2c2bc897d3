// The kernel's own refusals: the dozen noes that every system can give.
import { refusals } from './refusal.ts'
import { cite } from './citation.ts'
import { words } from './words.ts'

export const kernelRefusals = refusals('kernel', {
  'not-found': {
    status: 404,
    title: words('没有找到', 'Not found'),
    detail: words('没有这条记录，或者它不在您的职责范围之内。', 'There is no such record, or it lies outside your duties.'),
    remedy: words('请核对编号；如属其他机关管辖，请向该机关查询。', 'Check the number; if another authority is in charge, ask there.'),
  },
  'not-signed-in': {
    status: 401,
    title: words('需要登录', 'Sign in first'),
    detail: words('这一步要由有职责的人办理。', 'This step is for a person who holds the duty.'),
    remedy: words('请登录后再办。', 'Sign in and try again.'),
  },
  'not-yours': {
    status: 403,
    title: words('不在职责之内', 'Not your duty'),
    detail: words(
      '“{step}”须由{duties}办理，您当前没有这项职责，或者记录在您的管辖范围之外。',
      '“{step}” is taken by {duties}; you do not hold that duty, or the record lies outside your reach.',
    ),
    remedy: words('请转交有职责的人员办理。', 'Hand it to somebody who holds the duty.'),
  },
  'two-persons': {
    status: 403,
    title: words('须由另一人办理', 'Another person must do this'),
    detail: words('“{step}”不得由办理过“{earlier}”的同一人办理。', '“{step}” may not be taken by the person who took “{earlier}”.'),
    remedy: words('请由另一名有职责的人员办理。', 'Let another holder of the duty take it.'),
  },
  'not-now': {
    status: 409,
    title: words('现在不能办理', 'Not possible now'),
    detail: words('记录处于“{state}”，不能办理“{step}”。', 'The record is “{state}”; “{step}” is not possible from there.'),
    remedy: words('现在可以办理：{possible}。', 'Possible now: {possible}.'),
  },
  invalid: {
    status: 422,
    title: words('填写有误', 'Some answers cannot be taken'),
    detail: words(
      '有 {count} 处需要改正，均已标出；没有任何内容被保存。',
      '{count} answers need mending, all are marked; nothing was saved.',
    ),
    remedy: words('请逐项改正后重新提交。', 'Mend each and send again.'),
  },
  conflict: {
    status: 412,
    title: words('记录已被他人更新', 'Somebody was faster'),
    detail: words(
      '您看到的是第 {seen} 版，现在已是第 {current} 版；为免覆盖他人的办理，没有保存。',
      'You saw version {seen}, it is now {current}; nothing was saved, so that nobody’s work is overwritten.',
    ),
    remedy: words('请刷新后查看变化，再决定是否继续。', 'Reload, look at what changed, then decide.'),
  },
  'version-needed': {
    status: 428,
    title: words('缺少版本', 'Say which version you saw'),
    detail: words('办理步骤须说明所依据的版本（If-Match）。', 'A step says on which version it rests (If-Match).'),
    remedy: words('先读取记录，再带上它的版本提交。', 'Read the record, then send its version along.'),
  },
  'key-reused': {
    status: 409,
    title: words('同一请求标识，内容不同', 'The same key with other contents'),
    detail: words(
      '这个请求标识已用于另一内容的办理；没有再次办理。',
      'This idempotency key was already used for other contents; nothing was done again.',
    ),
    remedy: words('新的办理请使用新的标识。', 'Use a new key for a new act.'),
  },
  known: {
    status: 409,
    title: words('已有相同记录', 'Already on record'),
    detail: words(
      '已有一条记录的“{fields}”与此相同；同一事物只登记一次。',
      'A record with the same {fields} is there already; one thing is entered once.',
    ),
    remedy: words('请在原记录上办理。', 'Work on the record that is there.'),
  },
  future: {
    status: 422,
    title: words('日期在将来', 'A date in the future'),
    detail: words(
      '办理时间 {occurred} 晚于现在，法律效力不能发生在将来。',
      'The act is dated {occurred}, which lies ahead; its legal effect cannot be in the future.',
    ),
    remedy: words('请核对日期。', 'Check the date.'),
  },
  backdated: {
    status: 422,
    title: words('补记须说明理由', 'Dating back needs a reason'),
    detail: words(
      '办理时间 {occurred} 早于允许补记的期限，且未说明理由。',
      'The act is dated {occurred}, earlier than may be entered without saying why.',
    ),
    remedy: words('请填写补记理由，由有补记职责的人员提交。', 'Give the reason; a holder of the duty to date back may send it.'),
  },
  'before-last': {
    status: 422,
    title: words('早于上一步', 'Earlier than the step before'),
    detail: words('办理时间 {occurred} 早于上一步的时间 {last}。', 'The act is dated {occurred}, earlier than the step before it, {last}.'),
    remedy: words('请核对日期；确有错误的，先更正上一步。', 'Check the date; if the step before is wrong, correct that first.'),
  },
  'no-rule': {
    status: 422,
    title: words('当日没有有效规定', 'No rule in force that day'),
    detail: words(
      '{day} 没有已录入的有效规定“{parameter}”，系统不代为猜测。',
      'No value of “{parameter}” in force on {day} is on record; the platform does not guess.',
    ),
    remedy: words('请管理员录入该日有效的规定及其出处。', 'Ask an administrator to enter the rule in force that day with its source.'),
  },
  'too-late': {
    status: 422,
    title: words('已过期限', 'The time has run out'),
    detail: words('“{deadline}”已于 {due} 届满，届满后不得延长。', '“{deadline}” ran out on {due}; it cannot be extended after that.'),
    remedy: words('请按逾期处理并说明原因。', 'Treat it as overdue and say why.'),
    basis: cite('penalty-procedure', '18'),
  },
  gone: {
    status: 410,
    title: words('不再公开', 'No longer public'),
    detail: words('该内容的公示期已满，或已依法撤回。', 'The term of publication has ended, or it was withdrawn by law.'),
    remedy: words('可按公示时的编号向公示机关查询。', 'Ask the publishing authority with the number it was published under.'),
  },
})
