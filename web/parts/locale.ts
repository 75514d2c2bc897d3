// The words that Ant Design and the calendar bring along, in the one language of the build.
import dayjs from 'dayjs'
import type { Locale } from 'antd/es/locale/index.js'

/** Each build keeps one of the branches. */
export async function antdLocale(): Promise<Locale> {
  if (import.meta.env.MODE === 'en') return (await import('antd/es/locale/en_US.js')).default
  if (import.meta.env.MODE === 'hant') {
    await import('dayjs/locale/zh-tw.js')
    dayjs.locale('zh-tw')
    return (await import('antd/es/locale/zh_TW.js')).default
  }
  await import('dayjs/locale/zh-cn.js')
  dayjs.locale('zh-cn')
  return (await import('antd/es/locale/zh_CN.js')).default
}
