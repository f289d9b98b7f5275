// Adds a place below another, or changes one; only the facts that make sense for its kind.
import { App, Form, Input, InputNumber, Select, type FormInstance } from 'antd'
import { placeKinds, type PlaceKind } from '../../../../contract/src/places-tree.ts'
import { useAct } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { boundaryText, firstWrongLine, pointsOf } from './boundary-text.ts'
import { hasBoundary, hasPosition, isExclusivePart, kindsBelow, type Place } from './place-kinds.ts'
import { words } from './words.ts'

interface Values {
  kind?: PlaceKind
  name: string
  code?: string
  floor?: number | null
  squareMetres?: number | null
  areaSource?: 'register' | 'survey' | 'contract' | null
  gridId?: string | null
  lon?: number | null
  lat?: number | null
  boundary?: string
}
interface PlaceFormProps {
  readonly open: boolean
  /** The place to change. */ readonly place?: Place
  /** The place to add below. */ readonly parent?: Place
  readonly close: () => void
  readonly done: (id: string) => void
}
export const PlaceForm = ({ open, place, parent, close, done }: PlaceFormProps) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const add = useAct('POST /api/places', {
    onDone: (out) => {
      message.success(say.added)
      done(out.id)
    },
  })
  const change = useAct('PATCH /api/places/:id', {
    onDone: (out) => {
      message.success(say.saved)
      done(out.id)
    },
  })
  const act = place ? change : add
  const choices = parent ? kindsBelow(parent.kind) : []
  const save = (values: Values) => {
    const kind = place?.kind ?? values.kind
    if (!kind) return
    if (place) change.mutate({ params: { id: place.id }, body: factsOf(values, kind) })
    else if (parent) add.mutate({ body: { parentId: parent.id, kind, ...factsOf(values, kind) } })
  }
  return (
    <FormDrawer<Values>
      open={open}
      title={place ? say.editOf(place.name) : say.addTo(parent?.name ?? '')}
      initial={place ? valuesOf(place) : choices[0] ? { kind: choices[0] } : {}}
      isBusy={act.isPending}
      problem={act.error}
      onSave={save}
      onClose={() => {
        act.reset()
        close()
      }}
    >
      {(form) => <PlaceFields form={form} place={place} choices={choices} />}
    </FormDrawer>
  )
}
const valuesOf = (place: Place): Values => ({
  name: place.name,
  code: place.code ?? '',
  floor: place.floor,
  squareMetres: place.area === null ? null : place.area / 100,
  areaSource: place.areaSource,
  gridId: place.grid?.id ?? null,
  lon: place.position?.lon ?? null,
  lat: place.position?.lat ?? null,
  boundary: boundaryText(place.boundary),
})
const factsOf = (values: Values, kind: PlaceKind) => {
  const { lon, lat, squareMetres } = values
  const hasBoth = typeof lon === 'number' && typeof lat === 'number'
  return {
    name: values.name,
    code: values.code?.trim() ? values.code.trim() : null,
    ...(isExclusivePart(kind)
      ? {
          floor: values.floor ?? null,
          area: typeof squareMetres === 'number' ? Math.round(squareMetres * 100) : null,
          areaSource: typeof squareMetres === 'number' ? (values.areaSource ?? null) : null,
        }
      : {}),
    ...(kind === 'building' ? { gridId: values.gridId ?? null } : {}),
    ...(hasPosition(kind) ? { position: hasBoth ? { lon, lat } : null } : {}),
    ...(hasBoundary(kind) ? { boundary: values.boundary?.trim() ? pointsOf(values.boundary) : null } : {}),
  }
}

interface PlaceFieldsProps {
  readonly form: FormInstance<Values>
  readonly place: Place | undefined
  readonly choices: readonly PlaceKind[]
}
const PlaceFields = ({ form, place, choices }: PlaceFieldsProps) => {
  const say = useWords(words)
  const pick = usePick()
  const chosen = Form.useWatch('kind', form) as PlaceKind | undefined
  const kind = place?.kind ?? chosen
  const grid = place?.grid
  return (
    <>
      {place ? null : (
        <Form.Item name="kind" label={say.kind} rules={[{ required: true }]}>
          <Select options={choices.map((each) => ({ value: each, label: pick(placeKinds[each]) }))} />
        </Form.Item>
      )}
      <Form.Item name="name" label={say.name} rules={[{ required: true, whitespace: true, message: say.nameNeeded }]}>
        <Input maxLength={60} />
      </Form.Item>
      {kind === 'building' ? (
        <Form.Item name="gridId" label={say.grid}>
          <PlacePicker
            label={say.grid}
            placeholder={say.chooseGrid}
            kinds={['grid']}
            initial={grid ? { ...grid, kind: 'grid', path: grid.name } : null}
          />
        </Form.Item>
      ) : null}
      {kind && isExclusivePart(kind) ? <HomeFields /> : null}
      <Form.Item name="code" label={say.code}>
        <Input maxLength={40} />
      </Form.Item>
      {kind && hasPosition(kind) ? <PositionFields /> : null}
      {kind && hasBoundary(kind) ? <BoundaryField /> : null}
    </>
  )
}

const HomeFields = () => {
  const say = useWords(words)
  return (
    <>
      <Form.Item name="floor" label={say.floor}>
        <InputNumber min={-9} max={200} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="squareMetres" label={say.area}>
        <InputNumber min={0.01} max={1_000_000} precision={2} suffix={say.areaUnit} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="areaSource"
        label={say.areaSource}
        dependencies={['squareMetres']}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, source: string | null | undefined) => {
              if (typeof getFieldValue('squareMetres') === 'number' && !source) throw new Error(say.areaNeedsSource)
            },
          }),
        ]}
      >
        <Select
          allowClear
          options={(['register', 'survey', 'contract'] as const).map((each) => ({ value: each, label: say[each] }))}
        />
      </Form.Item>
    </>
  )
}

const PositionFields = () => {
  const say = useWords(words)
  const both = (other: 'lon' | 'lat') => [
    ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
      validator: async (_: unknown, value: unknown) => {
        if ((typeof value === 'number') !== (typeof getFieldValue(other) === 'number'))
          throw new Error(say.positionHalf)
      },
    }),
  ]
  return (
    <div className="place-position">
      <Form.Item name="lon" label={say.lon} dependencies={['lat']} rules={both('lat')} extra={say.datum}>
        <InputNumber min={-180} max={180} step={0.0001} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="lat" label={say.lat} dependencies={['lon']} rules={both('lon')}>
        <InputNumber min={-90} max={90} step={0.0001} style={{ width: '100%' }} />
      </Form.Item>
    </div>
  )
}

const BoundaryField = () => {
  const say = useWords(words)
  const check = async (_: unknown, text: string | undefined) => {
    if (!text?.trim()) return
    const wrong = firstWrongLine(text)
    if (wrong !== null) throw new Error(say.boundaryWrong(wrong))
    if (pointsOf(text).length < 3) throw new Error(say.boundaryFew)
  }
  return (
    <Form.Item
      name="boundary"
      label={say.boundary}
      extra={say.boundaryHelp}
      validateTrigger="onBlur"
      rules={[{ validator: check }]}
    >
      <Input.TextArea rows={5} className="boundary-text" />
    </Form.Item>
  )
}
