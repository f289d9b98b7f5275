// The frame of a page: header, problem panel, empty state, skeleton. Every page uses these four.
import { Button, Skeleton } from 'antd'
import { CircleAlert, type LucideIcon } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { Refused } from './api.ts'
import { pageWords } from './page-words.ts'
import { useWords } from './words.ts'

interface HeaderProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
}
/** Title, one sentence on what the page is for, and its actions. Also the title of the browser tab. */
export const PageHeader = ({ title, lead, actions }: HeaderProps) => {
  useEffect(() => {
    document.title = `${title} · 邻里`
  }, [title])
  return (
    <header className="page-header">
      <div>
        <h1>{title}</h1>
        {lead ? <p className="page-lead">{lead}</p> : null}
      </div>
      {actions ? <div className="page-actions">{actions}</div> : null}
    </header>
  )
}
/** What happened, what to do now, the number in the log, and a way to try again. */
export const ProblemPanel = ({
  problem,
  retry,
}: {
  readonly problem: Error
  readonly retry?: (() => void) | undefined
}) => {
  const say = useWords(pageWords)
  const refused = problem instanceof Refused ? problem : null
  return (
    <div className="problem" role="alert">
      <CircleAlert size={18} aria-hidden />
      <div>
        <strong>{problem.message}</strong>
        {refused?.remedy ? <p>{refused.remedy}</p> : null}
        {refused && refused.fields.length > 0 ? (
          <ul>
            {refused.fields.map((field) => (
              <li key={`${field.path} ${field.message}`}>{field.message}</li>
            ))}
          </ul>
        ) : null}
        {refused?.id ? (
          <p className="problem-id">
            {say.number} {refused.id}
          </p>
        ) : null}
        {retry ? (
          <Button size="small" onClick={retry}>
            {say.retry}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
interface EmptyProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly hint?: ReactNode
  readonly action?: ReactNode
}
/** What would be here, and the first thing to do. */
export const EmptyState = ({ icon: Shape, title, hint, action }: EmptyProps) => (
  <div className="empty">
    <Shape size={36} strokeWidth={1.4} aria-hidden />
    <p className="empty-title">{title}</p>
    {hint ? <p className="empty-hint">{hint}</p> : null}
    {action}
  </div>
)
/** Rows that are on their way. */
export const SkeletonTable = ({ rows = 8 }: { readonly rows?: number }) => {
  const say = useWords(pageWords)
  return (
    <div className="skeleton-table" role="status" aria-label={say.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} active title={false} paragraph={{ rows: 1, width: `${92 - ((row * 13) % 34)}%` }} />
      ))}
    </div>
  )
}
interface LoadedProps<T> {
  readonly of: { readonly data: T | undefined; readonly error: Error | null; readonly refetch: () => unknown }
  readonly rows?: number
  readonly children: (data: T) => ReactNode
}
/** Skeleton, problem or content of a read: `<Loaded of={query}>{(data) => …}</Loaded>`. */
export const Loaded = <T,>({ of, rows, children }: LoadedProps<T>) => {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.error) return <ProblemPanel problem={of.error} retry={() => void of.refetch()} />
  return <SkeletonTable {...(rows ? { rows } : {})} />
}
/** The same for a page of its own: where nothing is found, the page still has its title. */
export const LoadedPage = <T,>({ title, ...props }: LoadedProps<T> & { readonly title: string }) => (
  <div className="page">
    {props.of.error && props.of.data === undefined ? <PageHeader title={title} /> : null}
    <Loaded {...props} />
  </div>
)
