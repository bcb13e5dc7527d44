package org.protocolgate.study;

import java.util.List;
import java.util.Set;
import org.protocolgate.protocol.Gate;

/**
 * What was done to a participant, looked back at.
 *
 * @param gates the gates whose acts were looked at
 * @param acts of these gates; none where the participant was enrolled under a wrong code
 */
public record Past(String participant, Set<Gate> gates, List<Act> acts) {}
