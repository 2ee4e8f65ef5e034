/**
 * Tells cheaply whether a value that was stored is in the form that its schema gives: all fields there, none unknown,
 * each of its kind of value. What was written by this version is; what was written before a field had a default is not,
 * and has to be parsed. It asks for no more than the form: lengths, patterns and dates were checked when it was saved.
 */
import { z } from 'zod'

type HasShape = (value: unknown) => boolean

const NEVER: HasShape = () => false

/** The check for a schema. What it does not know how to check has never its shape. */
export function shapeCheck(schema: unknown): HasShape {
  if (schema instanceof z.ZodObject) return objectCheck(schema.shape)
  if (schema instanceof z.ZodArray) {
    const element = shapeCheck(schema.element)
    return (value) => Array.isArray(value) && value.every(element)
  }
  if (schema instanceof z.ZodOptional) {
    const inner = shapeCheck(schema.unwrap())
    return (value) => value === undefined || inner(value)
  }
  if (schema instanceof z.ZodNullable) {
    const inner = shapeCheck(schema.unwrap())
    return (value) => value === null || inner(value)
  }
  // A default was filled in when it was saved; without it, the value is of an earlier form.
  if (schema instanceof z.ZodDefault) return shapeCheck(schema.unwrap())
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map(shapeCheck)
    return (value) => options.some((option) => option(value))
  }
  if (schema instanceof z.ZodEnum) {
    const words = new Set<unknown>(schema.options)
    return (value) => words.has(value)
  }
  if (schema instanceof z.ZodLiteral) {
    const words = new Set<unknown>(schema.values)
    return (value) => words.has(value)
  }
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat)
    return (value) => typeof value === 'string'
  if (schema instanceof z.ZodNumber) return (value) => typeof value === 'number'
  if (schema instanceof z.ZodBoolean) return (value) => typeof value === 'boolean'
  return NEVER
}

function objectCheck(shape: Readonly<Record<string, unknown>>): HasShape {
  const fields = Object.entries(shape).map(([name, schema]) => [name, shapeCheck(schema)] as const)
  const checks = new Map(fields)
  const needed = fields.filter(([, check]) => !check(undefined)).length
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    let found = 0
    for (const name in value) {
      const check = checks.get(name)
      const field: unknown = Reflect.get(value, name)
      if (check === undefined || !check(field)) return false
      if (!check(undefined)) found += 1
    }
    return found === needed
  }
}
