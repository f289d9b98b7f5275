// The filters as words in a sentence. Each underlined word opens its choices; the sentence lives in the address.
import { Button, Checkbox } from 'antd'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useState } from 'react'
import { caseFigures } from '../../../../contract/src/cases-figures.ts'
import { caseChannels, caseKinds, caseStates } from '../../../../contract/src/cases-life.ts'
import { useSearch } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { usePick, useWords } from '../../platform/words.ts'
import { anyState, isAboutOpen, noFilters } from './filters.ts'
import { figureWords } from './figure-words.ts'
import { MoreFilters } from './more-filters.tsx'
import { WordChoice, WordChoices } from './word-choice.tsx'
import { words } from './words.ts'

export const FilterSentence = () => {
  const say = useWords(words)
  const pick = usePick()
  const [search, change] = useSearch()
  const hasMore = ['placeId', 'handlerId', 'channel', 'from', 'to', 'rated', 'level'].some((name) => search[name])
  const [isMore, showMore] = useState(hasMore)
  const options = (table: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(table).map(([value, entry]) => ({ value, label: pick(entry) }))
  const hasFilters =
    hasMore ||
    ['state', 'kind', 'categoryId', 'search', 'overdue', 'waitingForMe', 'figure'].some((name) => search[name])
  return (
    <div className="sentence">
      <span>{say.see}</span>
      <WordChoices
        label={say.state}
        none={search['state'] === anyState ? say.allStates : say.allOpen}
        value={search['state'] === anyState ? undefined : search['state']}
        options={options(caseStates)}
        onChange={(state) => change({ state })}
      />
      {say.ofState ? <span>{say.ofState}</span> : null}
      <WordChoices
        label={say.kind}
        none={say.anyKind}
        value={search['kind']}
        options={options(caseKinds)}
        onChange={(kind) => change({ kind })}
      />
      <CategoryChoice />
      <span>{say.cases}</span>
      <Checkbox
        checked={search['overdue'] === 'true'}
        onChange={(event) => change({ overdue: event.target.checked ? 'true' : undefined })}
      >
        {say.onlyOverdue}
      </Checkbox>
      <FigureWord />
      {isMore ? <MoreFilters channels={options(caseChannels)} /> : null}
      <SortChoice />
      <Button
        type="link"
        size="small"
        aria-expanded={isMore}
        onClick={() => showMore(!isMore)}
        icon={isMore ? <ChevronUp size={14} /> : <ChevronDown size={14} />}
      >
        {isMore ? say.fewerFilters : say.moreFilters}
      </Button>
      {hasFilters ? (
        <Button type="link" size="small" onClick={() => change(noFilters)}>
          {say.clearFilters}
        </Button>
      ) : null}
    </div>
  )
}
/** The figure of 今日 that led here; it can be taken off. */
const FigureWord = () => {
  const say = useWords(words)
  const figures = useWords(figureWords)
  const [search, change] = useSearch()
  const figure = caseFigures.find((one) => one === search['figure'])
  if (figure === undefined) return null
  return (
    <Button
      size="small"
      icon={<X size={14} aria-hidden />}
      iconPlacement="end"
      aria-label={say.takeOff(figures[figure])}
      onClick={() => change({ figure: undefined })}
    >
      {figures[figure]}
    </Button>
  )
}
const CategoryChoice = () => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const categories = useApi('GET /api/cases/categories', {}, { fresh: 300_000 })
  return (
    <WordChoice
      label={say.category}
      none={say.anyCategory}
      value={search['categoryId']}
      options={(categories.data ?? []).map((one) => ({
        value: one.id,
        label: one.parentId ? `　${one.name}` : one.name,
      }))}
      onChange={(categoryId) => change({ categoryId })}
    />
  )
}

const SortChoice = () => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const isOpen = isAboutOpen(search)
  const newest = { value: 'newest', label: say.newest }
  const oldest = { value: 'oldest', label: say.oldest }
  const value = search['sort'] === 'due' || (!isOpen && search['sort'] === 'newest') ? undefined : search['sort']
  return (
    <>
      <span>{say.sorted}</span>
      <WordChoice
        label={say.sort}
        none={isOpen ? say.due : say.newest}
        value={value}
        options={isOpen ? [newest, oldest] : [oldest]}
        onChange={(sort) => change({ sort })}
      />
      {say.order ? <span>{say.order}</span> : null}
    </>
  )
}
