import type { LibraryStatus } from '../../../shared/library/contract.ts'

export const SettingsPage = ({ status }: { readonly status: LibraryStatus }) => <p>{status.path}</p>
