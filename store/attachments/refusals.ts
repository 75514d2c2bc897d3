// The noes of attachments, each with what is wrong, why it matters and what to do now.
import { cite } from '../../kernel/citation.ts'
import { refusals } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'

const exactName = words('请把文件改为普通的名称后重新选择。', 'Give the file an ordinary name and choose it again.')

export const attachmentRefusals = refusals('attachments', {
  'no-file': {
    status: 400,
    title: words('没有附件', 'No file came'),
    detail: words('请求中没有文件，因此没有保存任何内容。', 'There was no file in the request, so nothing was kept.'),
    remedy: words('请以 multipart/form-data 发送一个或几个文件。', 'Send one or several files as multipart/form-data.'),
  },
  'no-such-field': {
    status: 404,
    title: words('没有这个附件项', 'No such field of files'),
    detail: words('这个台账没有名为“{name}”的附件项。', 'This register asks for no files under the name “{name}”.'),
    remedy: words('请对照接口说明核对名称。', 'Compare the name with the description of the interface.'),
  },
  empty: {
    status: 422,
    title: words('文件是空的', 'The file is empty'),
    detail: words('“{name}”没有内容（0 字节），不能证明任何事。', '“{name}” holds nothing (0 bytes); it can prove nothing.'),
    remedy: words('请打开原文件确认内容，再重新选择。', 'Open the original, see that it holds something, and choose it again.'),
  },
  'too-large': {
    status: 413,
    title: words('文件过大', 'The file is too large'),
    detail: words('“{name}”超过{kind}的上限 {most} MB，没有保存。', '“{name}” is larger than the {most} MB that a {kind} may have; it was not kept.'),
    remedy: words('请压缩图片、截取相关的片段，或者分成几个文件。', 'Make the picture smaller, cut out the part that matters, or divide it.'),
  },
  'too-much': {
    status: 413,
    title: words('一次上传的附件过多', 'Too much at once'),
    detail: words('一次提交的附件合计超过 {most} MB，没有保存。', 'The files of one sending are more than {most} MB together; nothing was kept.'),
    remedy: words('请先提交最能说明问题的附件，其余的以后补充。', 'Send those that say most first; the others can be added later.'),
  },
  'kind-not-allowed': {
    status: 415,
    title: words('不接收这类文件', 'This kind of file is not taken'),
    detail: words(
      '“{name}”的内容不是可以接收的文件类型；可以接收：{kinds}。类型由内容判断，不看文件名。',
      'What “{name}” holds is no kind of file that is taken here: {kinds}. The kind is judged by the contents, not by the name.',
    ),
    remedy: words('请另存为其中一种再上传；网页和聊天记录可以截图。', 'Save it as one of these; take a picture of web pages and chats.'),
  },
  mismatch: {
    status: 422,
    title: words('文件名与内容不符', 'Name and contents disagree'),
    detail: words(
      '“{name}”的内容是{kind}，扩展名却是“.{ending}”；照此保存，办案人员可能打不开，也可能被误导。',
      'What “{name}” holds is a {kind}, its name ends in “.{ending}”; kept so, whoever opens it would fail or be misled.',
    ),
    remedy: words('请把扩展名改为“.{right}”，或者选择正确的文件。', 'Let the name end in “.{right}”, or choose the right file.'),
  },
  broken: {
    status: 422,
    title: words('文件不完整', 'The file is not whole'),
    detail: words('“{name}”像是{kind}，但内容损坏或者被截断，打不开。', '“{name}” looks like a {kind}, but it is damaged or cut off and cannot be opened.'),
    remedy: words('请确认原文件能打开，再重新上传。', 'See that the original opens, then upload it again.'),
  },
  locked: {
    status: 422,
    title: words('文件有密码', 'The file has a password'),
    detail: words('“{name}”设有密码，办案人员读不到内容。', '“{name}” is protected by a password; whoever handles the case could not read it.'),
    remedy: words('请去掉密码，或者导出为 PDF 再上传。', 'Remove the password, or export it as PDF.'),
  },
  macros: {
    status: 422,
    title: words('文件含有宏', 'The file holds macros'),
    detail: words('“{name}”带有会自动运行的程序（宏），为保护办案人员的电脑不能接收。', '“{name}” carries programs that run by themselves (macros); to protect those who open it, it is not taken.'),
    remedy: words('请另存为不含宏的文件，或者导出为 PDF。', 'Save it without macros, or export it as PDF.'),
  },
  swells: {
    status: 422,
    title: words('文件展开后过大', 'The file swells beyond measure'),
    detail: words('“{name}”展开后会超过 {most} MB，或者结构异常；没有展开，也没有保存。', '“{name}” would unpack to more than {most} MB, or is not built as such a file is; it was neither unpacked nor kept.'),
    remedy: words('请用办公软件重新保存，或者导出为 PDF。', 'Save it anew with an office program, or export it as PDF.'),
  },
  infected: {
    status: 422,
    title: words('文件带有病毒', 'The file is infected'),
    detail: words('病毒检查在“{name}”中发现 {found}，没有保存。', 'The virus check found {found} in “{name}”; it was not kept.'),
    remedy: words('请先清除病毒，或者以截图代替。', 'Clean it first, or send a picture of it instead.'),
  },
  path: {
    status: 422,
    title: words('文件名含有路径', 'The name holds a path'),
    detail: words('文件名“{name}”含有路径，可能泄露您电脑上的内容，也可能被用来覆盖其他文件。', 'The name “{name}” holds a path; it may tell of your computer, and may be meant to overwrite other files.'),
    remedy: exactName,
  },
  'bad-name': {
    status: 422,
    title: words('文件名不能使用', 'The name cannot be used'),
    detail: words('文件名为空、过长（超过 {most} 个字），或者含有不可见的字符。', 'The name is empty, longer than {most} characters, or holds invisible characters.'),
    remedy: exactName,
  },
  unknown: {
    status: 422,
    title: words('附件不在了', 'The file is not there'),
    detail: words(
      '所引用的附件不是您为这一项上传的，或者已过等待时限 {hours} 小时，已被删除。',
      'The file referred to was not uploaded by you for this field, or its time of waiting, {hours} hours, is over and it was removed.',
    ),
    remedy: words('请重新选择文件并提交。', 'Choose the file again and send.'),
    basis: cite('personal-information-protection-law', '19'),
  },
  'too-many': {
    status: 422,
    title: words('附件过多', 'Too many files'),
    detail: words('连同已有的共 {count} 个附件，最多 {most} 个。', 'With those that are there it would be {count} files; at most {most} are kept.'),
    remedy: words('请只留最能说明问题的，或者合成一个 PDF。', 'Keep those that say most, or join them into one PDF.'),
  },
  'cut-off': {
    status: 400,
    title: words('上传中断', 'The upload broke off'),
    detail: words('文件没有传完，没有保存任何内容。', 'The file did not arrive whole; nothing was kept.'),
    remedy: words('请在网络稳定时重新上传。', 'Upload it again when the connection is steady.'),
  },
})
