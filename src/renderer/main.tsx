import { QueryClientProvider } from '@tanstack/react-query'
import 'dayjs/locale/zh-cn'
import dayjs from 'dayjs'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api.ts'
import { Root } from './app.tsx'
import './styles/base.css'
import './styles/antd.css'
import './styles/shell.css'
import './styles/blocks.css'
import './styles/marks.css'
import './styles/form.css'
import './styles/case.css'
import './styles/narrow.css'
import './styles/register.css'
import './styles/settings.css'
import './styles/start.css'
import './styles/records.css'

dayjs.locale('zh-cn')

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Root />
      </QueryClientProvider>
    </StrictMode>,
  )
