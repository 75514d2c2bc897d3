// The pages of the office by address; each is loaded when it is first needed, with the declarations that it shows.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type ErrorComponentProps } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { ComponentType } from 'react'
import { words } from '../../kernel/words.ts'
import type { Declared } from '../parts/declarations.ts'
import { language, officeAddress, say } from '../parts/language.ts'
import type { Office } from '../parts/office.tsx'
import { Refused } from '../parts/api.ts'
import { ProblemShown, problemFrom } from '../parts/problem.tsx'
import { DuePage } from './due-page.tsx'
import { Shell } from './shell.tsx'

/** Pages that systems made by hand, by `system/page`. */
export type PageLoaders = Readonly<Record<string, () => Promise<{ readonly default: ComponentType }>>>

const missing = {
  status: 404,
  code: 'kernel.not-found',
  title: say(words('没有找到', 'Not found')),
  detail: say(words('没有这个页面，或者它不在您的职责范围之内。', 'There is no such page, or it lies outside your duties.')),
  remedy: say(words('请从菜单进入。', 'Use the menu.')),
}

const Failed = ({ error }: ErrorComponentProps) => <ProblemShown problem={problemFrom(error)} />
const Missing = () => <ProblemShown problem={missing} />
const Waiting = () => <Skeleton active paragraph={{ rows: 6 }} />

/** Search values as the interface takes them: plain text, so that an address can be read and typed. */
const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))
const stringifySearch = (search: Record<string, unknown>): string => {
  const set = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)] as [string, string]],
  )
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`
}

export function officeRouter(office: Office, pages: PageLoaders) {
  const root = createRootRoute({ component: Shell, notFoundComponent: Missing })
  const parent = () => root
  const declared = async (register: string): Promise<Declared> => {
    const known = office.register(register)
    if (!known) throw new Refused(missing)
    const { declarationOf } = await import('../parts/declarations.ts')
    return declarationOf(known.name, known.system)
  }
  const page = (path: string, component: ReturnType<typeof lazyRouteComponent>) => createRoute({ getParentRoute: parent, path, component })
  const ofRegister = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({ getParentRoute: parent, path, component, loader: ({ params }) => declared((params as { register: string }).register) })
  const byHand = Object.entries(pages)
    .filter(([name]) => office.house.pages.some((each) => each.route === `/office/${name}`))
    .map(([name, load]) => page(`/${name}`, lazyRouteComponent(load)))
  const tree = root.addChildren([
    createRoute({ getParentRoute: parent, path: '/', component: DuePage }),
    ofRegister('/registers/$register', lazyRouteComponent(() => import('./list-page.tsx'), 'ListPage')),
    ofRegister('/registers/$register/open', lazyRouteComponent(() => import('./open-page.tsx'), 'OpenPage')),
    ofRegister('/registers/$register/import', lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage')),
    ofRegister('/registers/$register/$id', lazyRouteComponent(() => import('./record-page.tsx'), 'RecordPage')),
    page('/inbox', lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage')),
    page('/parked', lazyRouteComponent(() => import('./parked-page.tsx'), 'ParkedPage')),
    page('/checks', lazyRouteComponent(() => import('./checks-page.tsx'), 'ChecksPage')),
    page('/linkages', lazyRouteComponent(() => import('./linkages-page.tsx'), 'LinkagesPage')),
    page('/wall', lazyRouteComponent(() => import('./wall-page.tsx'), 'WallPage')),
    page('/account', lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage')),
    ...byHand,
  ])
  return createRouter({
    routeTree: tree,
    basepath: officeAddress(language),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: Missing,
    defaultPendingComponent: Waiting,
    scrollRestoration: true,
  })
}
