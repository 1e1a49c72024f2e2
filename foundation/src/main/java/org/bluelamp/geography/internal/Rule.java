package org.bluelamp.geography.internal;

import java.util.Locale;

/// What a file of places can get wrong; the name in kebab case is the public code of the fault.
enum Rule {
    TOO_LARGE,
    TORN_GZIP,
    NOT_UTF8,
    NOT_JSON,
    ROOT_NOT_OBJECT,
    DUPLICATE_MEMBER,
    TYPE_MISSING,
    TYPE_NOT_TEXT,
    TYPE_UNKNOWN,
    MEMBER_MISSING,
    MEMBER_KIND,
    MEMBER_FORBIDDEN,
    FEATURE_NOT_OBJECT,
    FEATURE_TYPE,
    ID_KIND,
    BBOX_KIND,
    GEOMETRY_NOT_OBJECT,
    COLLECTION_NESTED,
    COLLECTION_SINGLE,
    POSITION_NOT_NUMBER,
    POSITION_SHORT,
    NOT_NESTED,
    LINE_SHORT,
    RING_SHORT,
    RING_OPEN,
    RING_TURNED,
    PRECISION,
    CODE_MISSING,
    CODE_FORM,
    CODE_TWICE,
    NAME_MISSING,
    NOT_AN_AREA,
    OFF_THE_EARTH,
    SHAPE_INVALID,
    COLUMN_MISSING,
    FIELD_COUNT,
    FIELD_FORM,
    QUOTE_OPEN,
    ROW_TWICE,
    OUTSIDE_AREAS,
    NOT_PBF;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
