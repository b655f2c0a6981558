/*
 * better-sqlite3 13 keeps references to strings, which Node-API has only from version 10 on. On a runtime with
 * version 9 this header, included before everything else, keeps such a value in a tagged one-element array
 * instead and takes it out again when it is asked for. Objects, functions and symbols pass through.
 */
#pragma once
#include <node_api.h>

static const napi_type_tag opd_box_tag = {0x6f70642d746f6b65ULL, 0x6e732d626f782d31ULL};

static inline napi_status opd_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_external || type == napi_symbol) {
    return napi_create_reference(env, value, count, result);
  }
  napi_value box;
  if ((status = napi_create_array_with_length(env, 1, &box)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 0, value)) != napi_ok) return status;
  if ((status = napi_type_tag_object(env, box, &opd_box_tag)) != napi_ok) return status;
  return napi_create_reference(env, box, count, result);
}

static inline napi_status opd_get_reference_value(napi_env env, napi_ref reference, napi_value* result) {
  napi_value value;
  napi_status status = napi_get_reference_value(env, reference, &value);
  if (status != napi_ok) return status;
  *result = value;
  if (value == NULL) return napi_ok;
  bool boxed = false;
  /* Only arrays are boxes; this spares most values the slower look at the tag. */
  if (napi_is_array(env, value, &boxed) != napi_ok || !boxed) return napi_ok;
  if (napi_check_object_type_tag(env, value, &opd_box_tag, &boxed) != napi_ok || !boxed) return napi_ok;
  return napi_get_element(env, value, 0, result);
}

#define napi_create_reference opd_create_reference
#define napi_get_reference_value opd_get_reference_value
