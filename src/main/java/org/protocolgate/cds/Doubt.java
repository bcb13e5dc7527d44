package org.protocolgate.cds;

/**
 * Something that came along and could not be taken over, or is not clear.
 *
 * @param place where it stood
 * @param text what there is to say of it
 */
record Doubt(String place, String text) {}
