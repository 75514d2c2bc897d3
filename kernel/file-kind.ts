// Kinds of file that can be attached: how each is called, its media type, the endings its name may have, and its group of sizes.
import { words, type Words } from './words.ts'

/** Groups whose largest size is a dated parameter of the jurisdiction. */
export type FileGroup = 'image' | 'document' | 'sound' | 'film' | 'text'

interface Kind {
  readonly title: Words
  readonly mediaType: string
  /** The first is given to a name that has none. */
  readonly endings: readonly string[]
  readonly group: FileGroup
  /** Every browser draws it, so a page may show it small beside its name. */
  readonly drawn?: true
}

const declared = {
  jpeg: { title: words('JPEG 图片', 'JPEG picture'), mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'], group: 'image', drawn: true },
  png: { title: words('PNG 图片', 'PNG picture'), mediaType: 'image/png', endings: ['png'], group: 'image', drawn: true },
  webp: { title: words('WebP 图片', 'WebP picture'), mediaType: 'image/webp', endings: ['webp'], group: 'image', drawn: true },
  heic: { title: words('HEIC 图片', 'HEIC picture'), mediaType: 'image/heic', endings: ['heic', 'heif', 'hif'], group: 'image' },
  pdf: { title: words('PDF 文档', 'PDF document'), mediaType: 'application/pdf', endings: ['pdf'], group: 'document' },
  docx: {
    title: words('Word 文档（DOCX）', 'Word document (DOCX)'),
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    group: 'document',
  },
  xlsx: {
    title: words('Excel 表格（XLSX）', 'Excel workbook (XLSX)'),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    group: 'document',
  },
  mp4: { title: words('MP4 视频', 'MP4 film'), mediaType: 'video/mp4', endings: ['mp4', 'm4v', '3gp'], group: 'film' },
  mov: { title: words('MOV 视频', 'MOV film'), mediaType: 'video/quicktime', endings: ['mov', 'qt'], group: 'film' },
  mp3: { title: words('MP3 录音', 'MP3 sound'), mediaType: 'audio/mpeg', endings: ['mp3'], group: 'sound' },
  m4a: { title: words('M4A 录音', 'M4A sound'), mediaType: 'audio/mp4', endings: ['m4a'], group: 'sound' },
  txt: { title: words('纯文本', 'Plain text'), mediaType: 'text/plain', endings: ['txt'], group: 'text' },
} as const satisfies Readonly<Record<string, Kind>>

export type FileKindName = keyof typeof declared

export const fileKinds: Readonly<Record<FileKindName, Kind>> = declared
export const fileKindNames = Object.keys(declared) as readonly FileKindName[]

/** What a field takes: the kinds that it names, or all. */
export const kindsOfFile = (field: { readonly accepts?: readonly FileKindName[] }): readonly FileKindName[] =>
  field.accepts ?? fileKindNames

/** The ending of a name in small letters, without the dot; empty where there is none. */
export const endingOf = (name: string): string => /\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''
