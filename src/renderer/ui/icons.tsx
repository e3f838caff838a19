/**
 * Icons of antd that say nothing: by themselves they are images with an English name («down», «close-circle»), which a reader of
 * the screen speaks. What a button does is said in its own words.
 */
import {
  CheckCircleFilled,
  CheckOutlined,
  CloseCircleFilled,
  CloseOutlined,
  DownOutlined,
  ExclamationCircleFilled,
  LoadingOutlined,
  SearchOutlined,
} from '@ant-design/icons'
import type { ConfigProviderProps } from 'antd'

/** `allowClear` of a select. */
export const clearable = { clearIcon: <CloseCircleFilled aria-hidden />, label: '清除' } as const

/** `allowClear` of an input, whose button takes its name from the icon. */
export const clearableInput = { clearIcon: <CloseCircleFilled aria-label="清除" /> } as const

/** `showSearch` of a select whose words are its labels. */
export const searchable = { optionFilterProp: 'label', searchIcon: <SearchOutlined aria-hidden /> } as const

const loading = <LoadingOutlined aria-hidden />

export const toastIcons = {
  success: <CheckCircleFilled aria-hidden />,
  warning: <ExclamationCircleFilled aria-hidden />,
  error: <CloseCircleFilled aria-hidden />,
} as const

/** For the ConfigProvider. */
export const iconSettings: Pick<ConfigProviderProps, 'select' | 'inputSearch' | 'modal' | 'button'> = {
  select: {
    suffixIcon: <DownOutlined aria-hidden />,
    loadingIcon: loading,
    menuItemSelectedIcon: <CheckOutlined aria-hidden />,
    removeIcon: <CloseOutlined aria-label="移除" />,
  },
  inputSearch: { searchIcon: <SearchOutlined aria-label="查找" /> },
  modal: { closeIcon: <CloseOutlined aria-hidden /> },
  button: { autoInsertSpace: false, loadingIcon: loading },
}
