import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import type { LibraryStatus } from '../../../shared/library/contract.ts'
import { provinces } from '../../../shared/statutes/divisions.ts'
import { useCommand } from '../../api.ts'
import { clearable, searchable } from '../../ui/icons.tsx'
import { Hint } from '../../ui/marks.tsx'

type Level = LibraryStatus['bureau']['level']
const levels: readonly { readonly value: Level; readonly label: string }[] = [
  { value: 'county', label: '县级' },
  { value: 'city', label: '市级' },
  { value: 'province', label: '省级' },
  { value: 'state', label: '国家级' },
]

/** Who keeps the library: the bureau and the person. Confirmed once at the start, changed in the settings. */
export function BureauForm(props: {
  readonly status: LibraryStatus
  readonly saveLabel: string
  readonly onSaved: () => void
}) {
  const { status, saveLabel, onSaved } = props
  const id = useId()
  const [given, setGiven] = useState({
    // the name a new library has is a stand-in
    name: status.isSetUp ? status.bureau.name : '',
    level: status.bureau.level,
    province: status.bureau.province ?? '',
    city: status.bureau.city ?? '',
    district: status.bureau.district ?? '',
    userName: status.isSetUp ? status.user.name : '',
    position: status.user.position ?? '',
  })
  const { mutate, error, isPending } = useCommand('library.setUp', { isQuiet: true })
  const put = (change: Partial<typeof given>) => setGiven({ ...given, ...change })
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  const save = () =>
    mutate(
      {
        bureau: {
          name: given.name.trim(),
          level: given.level,
          province: orNull(given.province),
          city: orNull(given.city),
          district: orNull(given.district),
        },
        userName: given.userName.trim(),
        position: orNull(given.position),
      },
      { onSuccess: onSaved },
    )
  const line = (name: 'name' | 'city' | 'district' | 'userName' | 'position', label: string, span: number) => {
    const problem = error?.fields?.[name === 'userName' || name === 'position' ? name : `bureau.${name}`]
    return (
      <div className={`field span-${span}`}>
        <label htmlFor={`${id}-${name}`}>{label}</label>
        <Input
          id={`${id}-${name}`}
          value={given[name]}
          autoComplete="off"
          status={problem ? 'error' : ''}
          aria-describedby={problem ? `${id}-${name}-note` : undefined}
          onChange={(event) => put({ [name]: event.target.value })}
        />
        {problem ? (
          <Hint id={`${id}-${name}-note`} isError>
            {problem}
          </Hint>
        ) : null}
      </div>
    )
  }
  const isReady = given.name.trim() !== '' && given.userName.trim() !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="grid4">
        {line('name', '单位全称', 2)}
        <div className="field span-1">
          <label htmlFor={`${id}-level`}>级别</label>
          <Select id={`${id}-level`} value={given.level} options={[...levels]} onChange={(level) => put({ level })} />
        </div>
        <div className="field span-1">
          <label htmlFor={`${id}-province`}>省、自治区、直辖市</label>
          <Select
            id={`${id}-province`}
            value={given.province === '' ? null : given.province}
            showSearch={searchable}
            allowClear={clearable}
            options={provinces.map(({ name }) => ({ value: name, label: name }))}
            onChange={(province) => put({ province: province ?? '' })}
          />
        </div>
        {line('city', '市（州、盟）', 1)}
        {line('district', '区县', 1)}
        {line('userName', '使用人姓名', 1)}
        {line('position', '职务', 1)}
      </div>
      {error && !error.fields ? <Hint isError>{error.message}</Hint> : null}
      <p className="acts form-end">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={!isReady}>
          {saveLabel}
        </Button>
        {isReady ? null : <span className="dim">填写单位全称和使用人姓名后保存。</span>}
      </p>
    </form>
  )
}
