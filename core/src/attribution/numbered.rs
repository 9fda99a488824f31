//! Numbers for sequences of codes: a table of hashes, the same on every machine, whose order is not used.

/// A fixed mixing function: the table of paths is the same on every machine, and its order is not used.
#[inline]
pub(super) fn hash(path: &[u32]) -> u32 {
    let mut h = 0x9e37_79b9_7f4a_7c15_u64 ^ path.len() as u64;
    for &step in path {
        h = (h.rotate_left(23) ^ u64::from(step)).wrapping_mul(0xf135_7aea_2e62_a9c5);
    }
    (h ^ (h >> 32)) as u32
}

/// A place in the table of paths: the hash and the number of a path.
pub(super) type Slot = (u32, u32);
pub(super) const FREE: Slot = (0, u32::MAX);

/// Numbers for sequences of codes, in the order in which they come first.
pub(super) struct Numbered {
    table: Vec<Slot>,
    codes: Vec<u32>,
    ends: Vec<usize>,
}

impl Default for Numbered {
    fn default() -> Self {
        Self { table: vec![FREE; 64], codes: Vec::new(), ends: vec![0] }
    }
}

impl Numbered {
    /// How many sequences there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len() - 1
    }

    /// The sequence of a number.
    pub(super) fn sequence(&self, number: u32) -> &[u32] {
        let at = number as usize;
        &self.codes[self.ends[at]..self.ends[at + 1]]
    }

    /// The place of a sequence in the table, or the free place where it belongs.
    fn place(&self, hash: u32, sequence: &[u32]) -> usize {
        let mask = self.table.len() - 1;
        let mut at = hash as usize & mask;
        while self.table[at] != FREE {
            let (known_hash, known) = self.table[at];
            if known_hash == hash && self.sequence(known) == sequence {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    /// The number of a sequence, if it has come.
    pub(super) fn find(&self, sequence: &[u32]) -> Option<u32> {
        let slot = self.table[self.place(hash(sequence), sequence)];
        (slot != FREE).then_some(slot.1)
    }

    /// The number of a sequence, and whether it has come for the first time.
    pub(super) fn number(&mut self, sequence: &[u32]) -> (u32, bool) {
        if self.ends.len() * 2 >= self.table.len() {
            self.table = rebuilt(&self.table);
        }
        let hash = hash(sequence);
        let at = self.place(hash, sequence);
        if self.table[at] != FREE {
            return (self.table[at].1, false);
        }
        let next = self.ends.len() as u32 - 1;
        self.table[at] = (hash, next);
        self.codes.extend_from_slice(sequence);
        self.ends.push(self.codes.len());
        (next, true)
    }
}

/// The table with four times the room.
pub(super) fn rebuilt(old: &[Slot]) -> Vec<Slot> {
    let mut table = vec![FREE; old.len() * 4];
    let mask = table.len() - 1;
    for slot in old.iter().filter(|slot| **slot != FREE) {
        let mut at = slot.0 as usize & mask;
        while table[at] != FREE {
            at = (at + 1) & mask;
        }
        table[at] = *slot;
    }
    table
}
