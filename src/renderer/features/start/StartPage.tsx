import type { LibraryStatus } from '../../../shared/library/contract.ts'

export const StartPage = ({ status }: { readonly status: LibraryStatus }) => <p>{status.path}</p>
