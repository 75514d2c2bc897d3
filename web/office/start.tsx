// Starts the office: who is it, what may they use, then the page that the address names.
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider, Spin } from 'antd'
import type { Locale } from 'antd/es/locale/index.js'
import { StrictMode, useMemo, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import type { Me } from '../parts/answers.ts'
import { Refused } from '../parts/api.ts'
import { declareFrom, type Loaders } from '../parts/loaders.ts'
import { antdLocale } from '../parts/locale.ts'
import { OfficeProvider, openOffice, type Office } from '../parts/office.tsx'
import { ProblemShown, problemFrom } from '../parts/problem.tsx'
import { sessionState, watchSession, whoAmI } from '../parts/session.ts'
import { officeRouter, type PageLoaders } from './router.tsx'
import { SignInAgain, SignInPage } from './sign-in.tsx'
import { theme } from './theme.ts'
import './office.css'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; a lost line is tried again.
      retry: (tries, error) => !(error instanceof Refused) && tries < 3,
      refetchOnWindowFocus: true,
    },
  },
})

function Opened({ office, pages }: { office: Office; pages: PageLoaders }) {
  const router = useMemo(() => officeRouter(office, pages), [office, pages])
  return (
    <OfficeProvider value={office}>
      <RouterProvider router={router} />
    </OfficeProvider>
  )
}

function Opening({ me, pages }: { me: Me; pages: PageLoaders }) {
  // An act changes records, never the office: asked anew, it would make every page anew and take away what is said on it.
  const { data, error } = useQuery({ queryKey: ['office', me.id], queryFn: () => openOffice(me), staleTime: 'static' })
  if (error) return <ProblemShown problem={problemFrom(error)} />
  return data ? <Opened office={data} pages={pages} /> : <Spin fullscreen />
}

function Entrance({ pages }: { pages: PageLoaders }) {
  const { me, ended } = useSyncExternalStore(watchSession, sessionState)
  if (me === null) {
    queries.clear()
    return <SignInPage />
  }
  return (
    <>
      <Opening key={me.id} me={me} pages={pages} />
      {ended && <SignInAgain />}
    </>
  )
}

export interface Parts {
  readonly systems: Loaders
  readonly pages: PageLoaders
}

function Whole({ pages, locale }: { pages: PageLoaders; locale: Locale }) {
  return (
    <ConfigProvider locale={locale} theme={theme(document.documentElement.classList.contains('large'))} wave={{ disabled: true }}>
      <App component={false}>
        <QueryClientProvider client={queries}>
          <Entrance pages={pages} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}

export async function startOffice({ systems, pages }: Parts): Promise<void> {
  declareFrom(systems)
  const [locale] = await Promise.all([antdLocale(), whoAmI()])
  createRoot(document.getElementById('office')!).render(
    <StrictMode>
      <Whole pages={pages} locale={locale} />
    </StrictMode>,
  )
}
