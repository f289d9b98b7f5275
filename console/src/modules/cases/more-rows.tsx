// The end of a long list: reads more when it comes into sight, and by its button.
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { pageWords } from '../../platform/page-words.ts'
import { useWords } from '../../platform/words.ts'

interface MoreRowsProps {
  readonly hasMore: boolean
  readonly isReading: boolean
  readonly more: () => void
}
export const MoreRows = ({ hasMore, isReading, more }: MoreRowsProps) => {
  const say = useWords(pageWords)
  const end = useRef<HTMLDivElement>(null)
  const ask = useRef(more)
  ask.current = more
  const mayRead = hasMore && !isReading
  useEffect(() => {
    if (!mayRead || !end.current) return undefined
    const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && ask.current(), {
      rootMargin: '200px',
    })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [mayRead])
  if (!hasMore) return null
  return (
    <div ref={end} className="more-rows">
      <Button loading={isReading} onClick={more}>
        {say.more}
      </Button>
    </div>
  )
}
