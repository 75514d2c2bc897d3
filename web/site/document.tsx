// The frame of every public page: word mark, navigation, languages, large type, crumbs and foot; a script where the page brings one.
import type { ReactNode } from 'react'
import type { Language, Words } from '../../kernel/words.ts'
import { words } from '../../kernel/words.ts'
import { addressIn, languageTag, type Saying } from './saying.ts'

export const siteMenu: readonly (readonly [string, Words])[] = [
  ['/', words('首页', 'Home')],
  ['/targets', words('目标', 'Targets')],
  ['/air', words('空气', 'Air')],
  ['/complain', words('投诉举报', 'Complain')],
  ['/follow', words('查询进度', 'Follow')],
  ['/recalls', words('召回', 'Recalls')],
  ['/risks', words('风险预警', 'Warnings')],
  ['/enterprises', words('查企业', 'Firms')],
  ['/credit', words('信用', 'Credit')],
  ['/laboratories', words('找检测', 'Testing')],
  ['/law', words('法规', 'Law')],
  ['/data', words('公示与数据', 'Data')],
  ['/verify', words('核验', 'Verify')],
]

const languages: readonly (readonly [Language, string])[] = [
  ['zh', '简'],
  ['hant', '繁'],
  ['en', 'EN'],
]

const texts = {
  skip: words('跳到正文', 'Skip to the content'),
  name: words('质衡', 'Zhiheng'),
  province: words('河北省质量公共平台', 'Public platform of quality, Hebei'),
  menu: words('栏目', 'Sections'),
  languages: words('语言', 'Language'),
  large: words('大字版', 'Large type'),
  normal: words('标准字号', 'Normal type'),
  office: words('工作人员登录', 'Staff sign-in'),
  desk: words('工作台', 'To do'),
  foot: words(
    '主办：河北省质量强省战略领导小组办公室（演示）。演示企业均为虚构；空气数据为真实监测的转载。',
    'Run by the office of the leading group (demonstration). All enterprises shown are invented; the air readings are real, republished measurements.',
  ),
  access: words('无障碍说明', 'Accessibility'),
  api: words('接口说明', 'Interface'),
  crumbs: words('当前位置', 'You are here'),
}

/** A balance: two pans in level, drawn by hand. */
const Mark = () => (
  <svg viewBox="0 0 40 40" width="34" height="34" aria-hidden="true" className="mark">
    <path d="M20 5v27M11 34h18M6 11h28" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    <path d="M2 23a5 5 0 0 0 10 0L7 12zM28 23a5 5 0 0 0 10 0l-5-11z" fill="currentColor" />
    <circle cx="20" cy="6" r="3" fill="currentColor" />
  </svg>
)

export interface DocumentProps {
  readonly s: Saying
  readonly title: string
  readonly crumbs?: readonly (readonly [string, string])[]
  readonly script?: string
  readonly children: ReactNode
}

/** Pages that only those see who have signed in. */
const isInside = (path: string): boolean => /^\/(desk|bench)(\/|$)/.test(path) && !path.startsWith('/desk/sign-in')

function Top({ s }: { s: Saying }) {
  const section = `/${s.path.split('/')[1] ?? ''}`
  return (
    <header className="top">
      <div className="wide bar">
        <a className="name" href={s.to('/')}>
          <Mark />
          <span>
            <b>{s.say(texts.name)}</b>
            <small>{s.say(texts.province)}</small>
          </span>
        </a>
        <div className="tools">
          <ul aria-label={s.say(texts.languages)} className="languages">
            {languages.map(([language, label]) => (
              <li key={language}>
                <a
                  href={addressIn(language, s.path)}
                  lang={languageTag[language]}
                  hrefLang={languageTag[language]}
                  aria-current={language === s.language ? 'true' : undefined}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
          <a href={`${s.to(s.path)}?large=${s.large ? 0 : 1}`} rel="nofollow">
            {s.say(s.large ? texts.normal : texts.large)}
          </a>
          <a href={s.to('/desk')}>{s.say(isInside(s.path) ? texts.desk : texts.office)}</a>
        </div>
      </div>
      <nav aria-label={s.say(texts.menu)}>
        <ul className="wide menu">
          {siteMenu.map(([path, label]) => (
            <li key={path}>
              <a href={s.to(path)} aria-current={path === section ? 'page' : undefined}>
                {s.say(label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

export function Document({ s, title, crumbs, script, children }: DocumentProps) {
  return (
    <html lang={languageTag[s.language]} className={s.large ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${s.say(texts.name)}`}</title>
        <link rel="stylesheet" href="/site.css" />
        <link rel="icon" href="/mark.svg" />
        {script && <script src={script} defer />}
      </head>
      <body>
        <a className="skip" href="#content">
          {s.say(texts.skip)}
        </a>
        <Top s={s} />
        {crumbs && (
          <nav aria-label={s.say(texts.crumbs)} className="wide crumbs">
            <ol>
              <li>
                <a href={s.to('/')}>{s.say(siteMenu[0]![1])}</a>
              </li>
              {crumbs.map(([path, label]) => (
                <li key={path}>{path ? <a href={s.to(path)}>{label}</a> : <span aria-current="page">{label}</span>}</li>
              ))}
            </ol>
          </nav>
        )}
        <main id="content" className="wide" tabIndex={-1}>
          {children}
        </main>
        <footer className="foot">
          <div className="wide">
            <p>{s.say(texts.foot)}</p>
            <p>
              <a href={s.to('/accessibility')}>{s.say(texts.access)}</a> <a href="/api/docs">{s.say(texts.api)}</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  )
}
