package org.protocolgate.delivery;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which hosts may be called. A name is looked up right before the call, and the call goes to what the JVM remembers of that for
 * some seconds, so that a name cannot lead elsewhere in between.
 */
@Singleton
final class Addresses {

    /** Ranges that no method of {@link InetAddress} knows: first address, and bits that count. */
    private static final List<Range> OTHERS = List.of(
            new Range("0.0.0.0", 8), // this network
            new Range("100.64.0.0", 10), // shared by the customers of a provider
            new Range("192.0.0.0", 24), // protocols
            new Range("198.18.0.0", 15), // measurements
            new Range("240.0.0.0", 4), // reserved, and broadcast
            new Range("fc00::", 7), // private
            new Range("64:ff9b::", 96), // these and the next stand for addresses of the older kind
            new Range("64:ff9b:1::", 48),
            new Range("2002::", 16),
            new Range("2001::", 32),
            new Range("::", 96));

    private final boolean allowPrivate;

    Addresses(WebhookSettings settings) {
        allowPrivate = settings.allowPrivate();
    }

    /**
     * Whether a host is at public addresses alone, or may be elsewhere.
     *
     * @throws UnknownHostException where it is nowhere
     */
    boolean mayBeCalled(String host) throws UnknownHostException {
        return allowPrivate || Arrays.stream(InetAddress.getAllByName(host)).allMatch(Addresses::isPublic);
    }

    static boolean isPublic(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && OTHERS.stream().noneMatch(range -> range.holds(address));
    }

    private record Range(byte[] first, int bits) {

        Range(String first, int bits) {
            this(bytes(first), bits);
        }

        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean holds(InetAddress address) {
            byte[] other = address.getAddress();
            if (other.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 1 << Byte.SIZE - 1 - bit % Byte.SIZE;
                if ((first[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
