// The frame of the office: head, menu by what the person's duties allow, and the page.
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { words } from '../../kernel/words.ts'
import { say } from '../parts/language.ts'
import { useOffice } from '../parts/office.tsx'
import { useKeys } from './keys.ts'
import { Mark } from './mark.tsx'
import { Tools, useLarge } from './tools.tsx'

const texts = {
  name: words('质衡', 'Zhiheng'),
  office: words('工作台', 'Office'),
  enterprise: words('企业端', 'Enterprise'),
  laboratory: words('检测机构端', 'Laboratory'),
  menu: words('菜单', 'Menu'),
  skip: words('跳到正文', 'Skip to the content'),
  due: words('待办', 'To do'),
  inbox: words('收件箱', 'Inbox'),
  find: words('查找台账', 'Find a register'),
  whole: words('全局', 'The whole'),
  parked: words('待处理联动', 'Parked linkages'),
  checks: words('数据核查', 'Integrity'),
  map: words('联动图', 'Map of linkages'),
  wall: words('大屏', 'Wall display'),
}

const faces: Readonly<Record<string, ReturnType<typeof words>>> = { enterprise: texts.enterprise, laboratory: texts.laboratory }
/** From this many registers on, the menu can be searched. */
const many = 12

function Registers({ open }: { open: boolean }) {
  const { house } = useOffice()
  const [text, setText] = useState('')
  const { pathname } = useLocation()
  const current = /^\/registers\/([^/]+)/.exec(pathname)?.[1]
  const found = house.registers.filter((register) => register.reads && register.title.toLowerCase().includes(text.trim().toLowerCase()))
  return (
    <>
      {house.registers.length > many && open && (
        <input
          type="search"
          className="menu-search"
          value={text}
          placeholder={say(texts.find)}
          aria-label={say(texts.find)}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {house.systems.map((system) => {
        const registers = found.filter((register) => register.system === system.name)
        const pages = house.pages.filter((page) => page.menu && page.system === system.name)
        if (registers.length + pages.length === 0) return null
        return (
          <section key={system.name} aria-labelledby={`menu-${system.name}`}>
            <h2 id={`menu-${system.name}`}>{system.title}</h2>
            <ul>
              {pages.map((page) => (
                <li key={page.route}>
                  <Link to={page.route.replace(/^\/office/, '')}>{page.title}</Link>
                </li>
              ))}
              {registers.map((register) => (
                <li key={register.name}>
                  <Link
                    to="/registers/$register"
                    params={{ register: register.name }}
                    aria-current={register.name === current ? 'page' : undefined}
                  >
                    {register.title}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function Menu({ open }: { open: boolean }) {
  const { me } = useOffice()
  const official = me.face === 'office'
  return (
    <nav id="menu" aria-label={say(texts.menu)} className={open ? 'menu open' : 'menu'}>
      <ul>
        <li>
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            {say(texts.due)}
          </Link>
        </li>
        {!official && (
          <li>
            <Link to="/inbox">{say(texts.inbox)}</Link>
          </li>
        )}
      </ul>
      <Registers open />
      {official && (
        <section aria-labelledby="menu-whole">
          <h2 id="menu-whole">{say(texts.whole)}</h2>
          <ul>
            <li>
              <Link to="/parked">{say(texts.parked)}</Link>
            </li>
            <li>
              <Link to="/checks">{say(texts.checks)}</Link>
            </li>
            <li>
              <Link to="/linkages">{say(texts.map)}</Link>
            </li>
            <li>
              <Link to="/wall">{say(texts.wall)}</Link>
            </li>
          </ul>
        </section>
      )}
    </nav>
  )
}

export function Shell() {
  const { me } = useOffice()
  const [open, setOpen] = useState(false)
  const [large, changeSize] = useLarge()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  useEffect(() => setOpen(false), [pathname])
  useKeys({
    g: () => void navigate({ to: '/' }),
    '/': () => document.querySelector<HTMLElement>('main input[type=search], .menu-search')?.focus(),
  })
  return (
    <>
      <a className="skip" href="#content">
        {say(texts.skip)}
      </a>
      <header className="top">
        <button type="button" className="menu-button" aria-expanded={open} aria-controls="menu" onClick={() => setOpen(!open)}>
          <span aria-hidden>☰</span> {say(texts.menu)}
        </button>
        <Link to="/" className="name">
          <Mark />
          <b>{say(texts.name)}</b>
          <small>{say(faces[me.face] ?? texts.office)}</small>
        </Link>
        <Tools large={large} changeSize={changeSize} />
      </header>
      <div className="frame">
        <Menu open={open} />
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </>
  )
}
