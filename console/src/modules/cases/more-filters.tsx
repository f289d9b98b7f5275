// The rarer words of the sentence: place, handler, channel, days, rating.
import { Checkbox, Input } from 'antd'
import { caseLevels } from '../../../../contract/src/cases-kinds.ts'
import { useSearch } from '../../platform/address.ts'
import { useApi } from '../../platform/api.ts'
import { useMay } from '../../platform/me.ts'
import { OrganisationPicker } from '../../platform/pickers.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { WordChoice, WordChoices } from './word-choice.tsx'
import { words } from './words.ts'

export const MoreFilters = ({ channels }: { readonly channels: readonly { value: string; label: string }[] }) => {
  const say = useWords(words)
  const may = useMay()
  const pick = usePick()
  const [search, change] = useSearch()
  return (
    <span className="sentence-more">
      <PlaceWord />
      {may('organisation.see') ? <HandlerWord /> : null}
      <span>{say.from}</span>
      <WordChoices
        label={say.channel}
        none={say.anyChannel}
        value={search['channel']}
        options={channels}
        onChange={(channel) => change({ channel })}
      />
      <WordChoice
        label={say.level}
        none={say.anyLevel}
        value={search['level']}
        options={Object.entries(caseLevels).map(([value, entry]) => ({ value, label: pick(entry) }))}
        onChange={(level) => change({ level })}
      />
      <span>{say.reported}</span>
      <Input
        type="date"
        size="small"
        className="day-input"
        aria-label={say.fromDay}
        value={search['from'] ?? ''}
        onChange={(event) => change({ from: event.target.value || undefined })}
      />
      <span>{say.to}</span>
      <Input
        type="date"
        size="small"
        className="day-input"
        aria-label={say.toDay}
        value={search['to'] ?? ''}
        onChange={(event) => change({ to: event.target.value || undefined })}
      />
      <span>{say.rated}</span>
      <WordChoice
        label={say.rating}
        none={say.anyRating}
        value={search['rated']}
        options={[1, 2, 3, 4, 5].map((stars) => ({ value: String(stars), label: say.stars(stars) }))}
        onChange={(rated) => change({ rated })}
      />
      <Checkbox
        checked={search['waitingForMe'] === 'true'}
        onChange={(event) => change({ waitingForMe: event.target.checked ? 'true' : undefined })}
      >
        {say.onlyMine}
      </Checkbox>
    </span>
  )
}
const PlaceWord = () => {
  const say = useWords(words)
  const may = useMay()
  const [search, change] = useSearch()
  const id = search['placeId']
  const place = useApi(
    'GET /api/places/:id',
    { params: { id: id ?? '' } },
    { when: id !== undefined && may('place.see'), fresh: 300_000 },
  )
  if (id && may('place.see') && !place.data && !place.error) return null
  return (
    <>
      <span>{say.at}</span>
      <span className="sentence-place">
        <PlacePicker
          key={id ?? 'none'}
          label={say.place}
          placeholder={say.anyPlace}
          value={id ?? null}
          initial={place.data ?? null}
          onChange={(placeId) => change({ placeId: placeId ?? undefined })}
        />
      </span>
    </>
  )
}
const HandlerWord = () => {
  const say = useWords(words)
  const [search, change] = useSearch()
  const id = search['handlerId']
  const body = useApi(
    'GET /api/organisations/:id',
    { params: { id: id ?? '' } },
    { when: id !== undefined, fresh: 300_000 },
  )
  if (id && !body.data && !body.error) return null
  return (
    <>
      <span>{say.by}</span>
      <span className="sentence-handler">
        <OrganisationPicker
          key={id ?? 'none'}
          label={say.handler}
          placeholder={say.anyHandler}
          value={id ?? null}
          initial={body.data ?? null}
          onChange={(handlerId) => change({ handlerId: handlerId ?? undefined })}
        />
      </span>
      {say.handles ? <span>{say.handles}</span> : null}
    </>
  )
}
