import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { createHashRouter, Navigate, Outlet, useLocation } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import type { LibraryStatus } from '../shared/library/contract.ts'
import { useCall } from './api.ts'
import { BoardPage } from './features/board/BoardPage.tsx'
import { CaseFrame } from './features/case/CaseFrame.tsx'
import { RegisterPage } from './features/register/RegisterPage.tsx'
import { RuleSettingsPage } from './features/rule-settings/RuleSettingsPage.tsx'
import { RulePage } from './features/rules/RulePage.tsx'
import { RulesPage } from './features/rules/RulesPage.tsx'
import { SettingsPage } from './features/settings/SettingsPage.tsx'
import { StartPage } from './features/start/StartPage.tsx'
import { useEdition, useFold, usePreferences } from './preferences.ts'
import { guardLeaving } from './save/status.ts'
import { stagePages } from './stage-pages.tsx'
import { antdTheme, applyLook } from './theme.ts'
import { Crashed } from './ui/Crashed.tsx'
import { Failure, Waiting } from './ui/Failure.tsx'
import { iconSettings } from './ui/icons.tsx'
import { KeysHelp } from './ui/KeysHelp.tsx'
import { Shell } from './ui/Shell.tsx'

function Frame() {
  const { pathname } = useLocation()
  return (
    <Shell isStart={pathname === '/start'}>
      <Outlet />
      <KeysHelp />
    </Shell>
  )
}

/** A place that needs to know whose library it is. */
function WithStatus({ children }: { readonly children: (status: LibraryStatus) => React.ReactNode }) {
  const { data: status, error, refetch } = useCall('library.status', {})
  if (error) return <Failure message={error.message} onRetry={() => void refetch()} />
  return status ? children(status) : <Waiting />
}

/** The address is the only navigation state; it lives in the fragment, so that no host must know the places. */
const router = createHashRouter([
  {
    element: <Frame />,
    children: [
      {
        // inside the frame: a page that fails leaves the way to the others
        errorElement: <Crashed />,
        children: [
          { path: '/start', element: <WithStatus>{(status) => <StartPage status={status} />}</WithStatus> },
          { path: '/cases', element: <RegisterPage /> },
          { path: '/case/:caseId/:stage?', element: <CaseFrame pages={stagePages} /> },
          { path: '/rules', element: <RulesPage /> },
          { path: '/rules/:ruleId', element: <RulePage /> },
          { path: '/settings/rules', element: <RuleSettingsPage /> },
          { path: '/board', element: <BoardPage /> },
          { path: '/settings', element: <WithStatus>{(status) => <SettingsPage status={status} />}</WithStatus> },
          {
            path: '*',
            element: (
              <WithStatus>{({ isSetUp }) => <Navigate replace to={isSetUp ? '/cases' : '/start'} />}</WithStatus>
            ),
          },
        ],
      },
    ],
  },
])

export function Root() {
  const edition = useEdition()
  const fold = useFold()
  const scale = usePreferences().textPercent / 100
  applyLook(edition, scale, fold)
  useEffect(() => guardLeaving(), [])
  return (
    <ConfigProvider
      locale={zhCN}
      componentSize="middle"
      theme={antdTheme(edition, scale)}
      {...iconSettings}
      wave={{ disabled: true }}
    >
      {/* at the foot: above it would lie over the name of the case */}
      <AntApp message={{ top: 'calc(100vh - 8rem)', maxCount: 1 }}>
        <RouterProvider router={router} />
      </AntApp>
    </ConfigProvider>
  )
}
