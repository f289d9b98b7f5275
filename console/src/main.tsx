// Starts the console: language, theme, queries, routes.
import { QueryClient, QueryClientProvider, QueryCache, MutationCache } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import 'dayjs/locale/zh-cn'
import dayjs from 'dayjs'
import { StrictMode, useEffect, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Refused } from './platform/api.ts'
import { reloadWhenRenewed } from './platform/renewed.ts'
import { antTheme, applyTokens } from './platform/theme.ts'
import { keepLanguage, keptLanguage, LanguageContext, type Language } from './platform/words.ts'
import { router } from './routes.tsx'
import './platform/base.css'
import './platform/shell.css'

/** A session that ended elsewhere: ask who I am again, which lays the sign-in over what is being done. */
const onRefusal = (failure: Error) => {
  if (failure instanceof Refused && failure.code === 'identity.not-signed-in')
    void client.invalidateQueries({ queryKey: ['GET /api/identity/me'] })
}
const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (failure, query) => {
      if (query.queryKey[0] !== 'GET /api/identity/me') onRefusal(failure)
    },
  }),
  mutationCache: new MutationCache({ onError: onRefusal }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, failure) =>
        !(failure instanceof Refused && failure.status >= 400 && failure.status < 500) && count < 2,
    },
  },
})

const Console = () => {
  const [language, setLanguage] = useState<Language>(keptLanguage)
  const speaking = useMemo(
    () => ({
      language,
      speak: (next: Language) => {
        keepLanguage(next)
        setLanguage(next)
        // The server's own words (names of states, refusals) come in the language asked for.
        void client.invalidateQueries()
      },
    }),
    [language],
  )
  useEffect(() => {
    document.documentElement.lang = language
    dayjs.locale(language === 'en' ? 'en' : 'zh-cn')
  }, [language])
  return (
    <LanguageContext value={speaking}>
      <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={antTheme} button={{ autoInsertSpace: false }}>
        <App className="app">
          <RouterProvider router={router} />
        </App>
      </ConfigProvider>
    </LanguageContext>
  )
}

applyTokens()
reloadWhenRenewed()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Console />
    </QueryClientProvider>
  </StrictMode>,
)
