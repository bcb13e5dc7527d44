/**
 * Who may use the service: accounts, logins and signatures. Each change of an account and each login is told to the audit log.
 */
@NullMarked
package org.protocolgate.user;

import org.jspecify.annotations.NullMarked;
