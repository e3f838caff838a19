import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { HashRouter, Navigate, Route, Routes, useLocation } from 'react-router'
import { useCall } from './api.ts'
import { CaseFrame } from './features/case/CaseFrame.tsx'
import { RegisterPage } from './features/register/RegisterPage.tsx'
import { SettingsPage } from './features/settings/SettingsPage.tsx'
import { StartPage } from './features/start/StartPage.tsx'
import { useEdition, useFold, usePreferences } from './preferences.ts'
import { guardLeaving } from './save/status.ts'
import { stagePages } from './stage-pages.tsx'
import { antdTheme, applyLook } from './theme.ts'
import { Failure, Waiting } from './ui/Failure.tsx'
import { KeysHelp } from './ui/KeysHelp.tsx'
import { Shell } from './ui/Shell.tsx'

/** Places of the program. The address is the only navigation state; it lives in the fragment, so that no host must know it. */
function Places() {
  const { pathname } = useLocation()
  const { data: status, error, refetch } = useCall('library.status', {})
  const content = error ? (
    <Failure message={error.message} onRetry={() => void refetch()} />
  ) : !status ? (
    <Waiting />
  ) : (
    <Routes>
      <Route path="/start" element={<StartPage status={status} />} />
      <Route path="/cases" element={<RegisterPage />} />
      <Route path="/case/:caseId/:stage?" element={<CaseFrame pages={stagePages} />} />
      <Route path="/settings" element={<SettingsPage status={status} />} />
      <Route path="*" element={<Navigate replace to={status.isSetUp ? '/cases' : '/start'} />} />
    </Routes>
  )
  return (
    <Shell isStart={pathname === '/start'}>
      {content}
      <KeysHelp />
    </Shell>
  )
}

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
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {/* at the foot: above it would lie over the name of the case */}
      <AntApp message={{ top: 'calc(100vh - 8rem)', maxCount: 1 }}>
        <HashRouter>
          <Places />
        </HashRouter>
      </AntApp>
    </ConfigProvider>
  )
}
