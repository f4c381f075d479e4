/// Rule packs as data: safeguards, citations, questions, rules.
@NullMarked
package org.safeguard.model.rule;

import org.jspecify.annotations.NullMarked;
