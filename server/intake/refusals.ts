// The noes of uploading a table.
import { refusals } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'

export const intakeRefusals = refusals('intake', {
  'too-large': {
    status: 413,
    title: words('文件过大', 'The file is too large'),
    detail: words(
      '文件有 {size} MB，最多接收 {most} MB；没有读取，没有保存。',
      'The file has {size} MB, at most {most} MB are taken; it was not read and nothing was saved.',
    ),
    remedy: words('请拆分为几个文件，或改用 CSV。', 'Split it into several files, or use CSV.'),
  },
  bomb: {
    status: 422,
    title: words('压缩包异常', 'A suspicious archive'),
    detail: words(
      '文件解压后会达到 {size} MB，远超正常表格，可能是压缩炸弹；没有解压。',
      'Unpacked it would have {size} MB, far beyond a table; it may be a zip bomb and was not unpacked.',
    ),
    remedy: words('请用表格软件另存为新文件后重试。', 'Save it as a new file with your spreadsheet program and try again.'),
  },
  damaged: {
    status: 422,
    title: words('文件已损坏', 'The file is damaged'),
    detail: words('无法作为表格读取；没有保存任何内容。', 'It cannot be read as a table; nothing was saved.'),
    remedy: words('请重新导出后上传。', 'Export it again and upload that.'),
  },
  'too-much': {
    status: 413,
    title: words('工作簿过大', 'The workbook is too large'),
    detail: words(
      '工作簿展开后需要超过 {most} MB 内存；没有读取，没有保存。',
      'Unpacked, the workbook needs more than {most} MB of memory; it was not read and nothing was saved.',
    ),
    remedy: words('请另存为 CSV 后上传，或者拆分为几个文件。', 'Save it as CSV and upload that, or split it into several files.'),
  },
  'broken-line': {
    status: 422,
    title: words('第 {line} 行无法读取', 'Line {line} cannot be read'),
    detail: words(
      '第 {line} 行的引号没有成对，其后的内容分不清是哪一列；没有保存任何内容。',
      'The quotes of line {line} do not pair, so that what follows belongs to no certain column; nothing was saved.',
    ),
    remedy: words('单元格内的引号请写成两个（""），或由表格软件重新导出。', 'Write a quote inside a cell twice (""), or export the file again.'),
  },
  meanwhile: {
    status: 409,
    title: words('同时有人写入了相同的记录', 'The same records were written meanwhile'),
    detail: words(
      '导入期间，文件中的某些记录已由他人登记；本文件没有保存任何内容。',
      'While the file was imported, some of its records were entered by somebody else; nothing of the file was saved.',
    ),
    remedy: words('请再次上传同一文件，已登记的行会被认出。', 'Upload the same file again; rows on record are recognised.'),
  },
  'not-a-table': {
    status: 415,
    title: words('不是表格文件', 'Not a table'),
    detail: words('只接收 .xlsx 和 .csv 文件。', 'Only .xlsx and .csv files are taken.'),
    remedy: words('请按模板填写后上传。', 'Fill in the template and upload that.'),
  },
  'no-header': {
    status: 422,
    title: words('找不到表头', 'No header'),
    detail: words('第一行没有一个列名与“{register}”的字段相符。', 'No name in the first row is a field of “{register}”.'),
    remedy: words('请下载模板，保留第一行。', 'Download the template and keep its first row.'),
  },
  'too-many-rows': {
    status: 413,
    title: words('行数过多', 'Too many rows'),
    detail: words('文件有 {rows} 行，一次最多 {most} 行。', 'The file has {rows} rows, at most {most} at a time.'),
    remedy: words('请拆分为几个文件。', 'Split it into several files.'),
  },
})
