package org.protocolgate.odm;

import java.util.List;
import java.util.Map;

/**
 * What an ODM file holds.
 *
 * @param study the OID of its study; empty where there are no clinical data
 * @param groups in their order
 * @param units the one unit of each item that the metadata give just one
 * @param others what is there and is not taken over, and how often, such as Signature
 */
record OdmFile(
        String study,
        boolean transactional,
        List<String> subjects,
        List<Group> groups,
        Map<String, String> units,
        Map<String, Integer> others) {}
