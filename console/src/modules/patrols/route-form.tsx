// Plans or changes a route: area, who, when, points with what proves them and what is checked there.
import { App, Form, Input, InputNumber, Radio, Select, Switch, type FormInstance } from 'antd'
import { useAct, useApi, type Body, type Out } from '../../platform/api.ts'
import { FormDrawer } from '../../platform/form-drawer.tsx'
import { OrganisationPicker, PersonPicker } from '../../platform/pickers.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { useWords } from '../../platform/words.ts'
import { itemsOf, type Item } from './items.ts'
import './patrols.css'
import { PointFields } from './point-fields.tsx'
import { ScheduleFields } from './schedule-fields.tsx'
import { todayText } from './visit-tag.tsx'
import { words } from './words.ts'
import type { RouteValues } from './route-values.ts'

type RouteView = Out<'GET /api/patrols/routes/:id'>
type RouteBody = Body<'POST /api/patrols/routes'>
const blank = (): Partial<RouteValues> => ({
  by: 'position',
  positionCode: 'gridWorker',
  weekdays: [1, 2, 3, 4, 5],
  windows: [{ from: '08:30', until: '10:30' }],
  everyWeeks: 1,
  rests: true,
  startsOn: todayText(),
  grace: 120,
  points: [{ name: '', placeId: '', radius: 60, items: [] }],
  active: true,
})
const valuesOf = (route: RouteView): Partial<RouteValues> => ({
  name: route.name,
  placeId: route.place.id,
  by: route.who.by,
  ...(route.who.by === 'person' ? { personId: route.who.key } : {}),
  ...(route.who.by === 'position' ? { positionCode: route.who.key } : {}),
  ...(route.who.by === 'organisation' ? { organisationId: route.who.key } : {}),
  weekdays: route.schedule.weekdays,
  windows: route.schedule.windows,
  everyWeeks: route.schedule.everyWeeks ?? 1,
  rests: route.schedule.restsOnHolidays ?? false,
  startsOn: route.schedule.startsOn,
  ...(route.schedule.endsOn ? { endsOn: route.schedule.endsOn } : {}),
  grace: route.grace,
  points: route.points.map((point) => ({
    id: point.id,
    name: point.name,
    placeId: point.place.id,
    doorcodeId: point.doorcode?.id ?? null,
    radius: point.radius,
    items: point.items.map((item) => item.text),
  })),
  active: route.active,
})
const whoOf = (values: RouteValues): RouteBody['who'] =>
  values.by === 'person'
    ? { by: 'person', personId: values.personId ?? '' }
    : values.by === 'organisation'
      ? { by: 'organisation', organisationId: values.organisationId ?? '' }
      : { by: 'position', positionCode: values.positionCode ?? '' }
const bodyOf = (values: RouteValues, known: readonly Item[], before: RouteView | null): RouteBody => ({
  name: values.name.trim(),
  placeId: values.placeId,
  who: whoOf(values),
  schedule: {
    weekdays: values.weekdays ?? [],
    windows: values.windows,
    everyWeeks: values.everyWeeks,
    restsOnHolidays: values.rests,
    startsOn: values.startsOn,
    endsOn: values.endsOn || null,
  },
  grace: values.grace,
  active: values.active,
  points: values.points.map((point) => {
    const old = before?.points.find((one) => one.id === point.id)
    return {
      ...(point.id ? { id: point.id } : {}),
      name: point.name.trim(),
      placeId: point.placeId,
      doorcodeId: point.doorcodeId ?? null,
      // A position set on the spot stays while the point stays where it is.
      position: old?.place.id === point.placeId ? old.position : null,
      radius: point.radius,
      items: itemsOf(point.items, [...(old?.items ?? []), ...known]),
    }
  }),
})
export const RouteForm = ({ route, close }: { readonly route: RouteView | null; readonly close: () => void }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const lists = useApi('GET /api/patrols/checklists', {}, { fresh: 60_000 })
  const done = () => {
    message.success(say.saved)
    close()
  }
  const create = useAct('POST /api/patrols/routes', { onDone: done })
  const change = useAct('PUT /api/patrols/routes/:id', { onDone: done })
  const known = (lists.data ?? []).flatMap((list) => list.items)
  const save = (values: RouteValues) => {
    const body = bodyOf(values, known, route)
    if (route) change.mutate({ params: { id: route.id }, body })
    else create.mutate({ body })
  }
  return (
    <FormDrawer<RouteValues>
      open
      width={640}
      title={route ? say.editRoute : say.newRoute}
      initial={route ? valuesOf(route) : blank()}
      isBusy={create.isPending || change.isPending}
      problem={create.error ?? change.error}
      onSave={save}
      onClose={close}
    >
      {(form) => <Fields form={form} route={route} items={known} />}
    </FormDrawer>
  )
}
interface FieldsProps {
  readonly form: FormInstance<RouteValues>
  readonly route: RouteView | null
  readonly items: readonly Item[]
}
const Fields = ({ form, route, items }: FieldsProps) => {
  const say = useWords(words)
  return (
    <>
      <Form.Item name="name" label={say.name} rules={[{ required: true, whitespace: true, message: say.required }]}>
        <Input maxLength={40} placeholder={say.nameHint} />
      </Form.Item>
      <Form.Item name="placeId" label={say.place} rules={[{ required: true, message: say.required }]}>
        <PlacePicker
          label={say.place}
          placeholder={say.choosePlace}
          kinds={['community', 'grid', 'estate', 'building']}
          initial={route?.place ?? null}
        />
      </Form.Item>
      <Who form={form} route={route} />
      <ScheduleFields />
      <Form.Item name="grace" label={say.grace} rules={[{ required: true, message: say.required }]}>
        <InputNumber min={0} max={720} />
      </Form.Item>
      <PointFields form={form} route={route} items={items} />
      <Form.Item name="active" label={say.active} valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  )
}
const Who = ({ form, route }: Omit<FieldsProps, 'items'>) => {
  const say = useWords(words)
  const by = Form.useWatch('by', form) as RouteValues['by'] | undefined
  const positions = useApi('GET /api/organisations/positions', {}, { fresh: 60_000 })
  const initial = route ? { id: route.who.key, name: route.who.name } : null
  const rules = [{ required: true, message: say.required }]
  return (
    <>
      <Form.Item name="by" label={say.who}>
        <Radio.Group
          options={[
            { value: 'position', label: say.byPosition },
            { value: 'person', label: say.byPerson },
            { value: 'organisation', label: say.byOrganisation },
          ]}
        />
      </Form.Item>
      {by === 'person' ? (
        <Form.Item name="personId" label={say.byPerson} rules={rules}>
          <PersonPicker label={say.byPerson} staffOnly initial={initial} />
        </Form.Item>
      ) : by === 'organisation' ? (
        <Form.Item name="organisationId" label={say.byOrganisation} rules={rules}>
          <OrganisationPicker label={say.byOrganisation} initial={initial} />
        </Form.Item>
      ) : (
        <Form.Item name="positionCode" label={say.byPosition} rules={rules}>
          <Select
            options={(positions.data ?? [])
              .filter((position) => position.permissions.includes('patrol.walk'))
              .map((position) => ({ value: position.code, label: position.name }))}
          />
        </Form.Item>
      )}
    </>
  )
}
